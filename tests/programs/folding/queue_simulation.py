import random


class Customer:
    def __init__(self, name, arrives, needs):
        self.name = name
        self.arrives = arrives
        self.needs = needs


random.seed(1)
customers = []
time = 0
for n in range(70):
    time += random.randint(1, 3)
    customers.append(Customer(f"c{n}", time, random.randint(1, 5)))
queue = []
served = []
clock = 0
busy_until = 0
waiting = []
while len(served) < 30:
    while customers and customers[0].arrives <= clock:
        queue.append(customers.pop(0))
    if queue and clock >= busy_until:
        customer = queue.pop(0)
        waiting.append(clock - customer.arrives)
        busy_until = clock + customer.needs
        served.append(customer)
    clock += 1
print(sum(waiting) / len(waiting))
