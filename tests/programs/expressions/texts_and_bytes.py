s, b = "héllo 한글", b"abc"
print(s[1:3], s.upper(), s + "é" * 2, b[0], b + b"d", b[1:], len(s.encode()))
words = s.split(); print(words[1] + f"→{words[0][1]}", ("한" in s) and s.index("한"), f"{s!a}")
print('it\'s "quoted"' + s[:1], "a\\b" + "\n" * 2 == s, (s * 3)[4:10])
