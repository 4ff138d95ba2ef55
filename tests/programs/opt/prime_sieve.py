limit = 12
prime = [True] * limit
prime[0] = prime[1] = False
i = 2
while i * i < limit:
    if prime[i]:
        for j in range(i * i, limit, i):
            prime[j] = False
    i += 1
found = [n for n, p in enumerate(prime) if p]
print(*found)
