def parse(items):
    good = []
    bad = 0
    for item in items:
        try:
            good.append(int(item))
        except ValueError:
            bad += 1
            continue
        except TypeError:
            break
        else:
            if good[-1] > 8:
                break
        finally:
            last = item
    return good, bad, last


result = parse(["1", "x", "9", "2"])
attempts = 0
while True:
    try:
        attempts += 1
        if attempts < 3:
            raise RuntimeError(attempts)
        break
    except RuntimeError:
        pass
