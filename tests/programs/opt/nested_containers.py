point = (3, 4)
book = {"title": "memory", "pages": [1, 2], "at": point}
book["pages"].append(3)
book[point] = {"inner": None}
book["title"] = book["title"].upper()
pairs = [(k, len(str(v))) for k, v in book.items()]
del book["at"]
nothing = ()
single = (nothing,)
deep = [[[["bottom"]]]]
deep[0][0][0].append(deep[0])
copied = dict(book)
copied.pop("pages")
keys = list(copied)
