class Refused(Exception):
    def __str__(self):
        return "refused: " + str(self.args[0])


def ask():
    raise Refused("no")


try:
    ask()
except Refused as error:
    text = str(error)
after = len(text)
