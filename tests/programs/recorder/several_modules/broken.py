def fail(): raise RuntimeError("a module that cannot be imported")
fail()
