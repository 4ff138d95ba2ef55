def arrange(left, chosen, found):
    if not left:
        found.append(chosen[:])
        return
    for i in range(len(left)):
        chosen.append(left[i])
        arrange(left[:i] + left[i + 1 :], chosen, found)
        chosen.pop()


orders = []
arrange(["a", "b", "c"], [], orders)
print(orders)
