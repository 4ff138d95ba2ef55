"""The functions, classes and comprehensions of a program's text, and the names that each binds."""

import ast
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import chain

from visualizer.explain.source.statements import parameters_of
from visualizer.model import program_tree

type Function = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
type Comprehension = ast.GeneratorExp | ast.ListComp | ast.SetComp | ast.DictComp
type Scope = Function | Comprehension | ast.ClassDef

DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
_FUNCTIONS = (*DEFINITIONS, ast.Lambda)
INLINED = (ast.ListComp, ast.SetComp, ast.DictComp)


@lru_cache(maxsize=64)
def scopes_of(text: str) -> tuple[tuple[Scope, tuple[Scope, ...]], ...]:
    """Return the scopes of a program in their order, each with those around it, outermost first."""
    found = [
        (node, around)
        for node, around in nodes_with_scopes(program_tree(text))
        if isinstance(node, (*_FUNCTIONS, *COMPREHENSIONS, ast.ClassDef))
    ]
    return tuple(sorted(found, key=lambda one: (one[0].lineno, one[0].col_offset)))


@lru_cache(maxsize=64)
def own_names(text: str, function: str, line: int) -> frozenset[str]:
    """Return a function's local names and parameters, bound or not.

    ``function`` may be qualified; ``line`` is the first line of its code: that of its first
    decorator, if any. Empty if the text does not contain the function.
    """
    found = _nearest(text, function, line)
    if found is None:
        return frozenset()
    bound, of_module, _ = _bindings(found[0])
    around = (bound_in(one) for one in found[1] if isinstance(one, _FUNCTIONS))
    free = {*_taken(found[0])}.intersection(chain.from_iterable(around))
    return frozenset({*bound, *free} - of_module)


@lru_cache(maxsize=64)
def class_around(text: str, function: str, line: int) -> str:
    """Return the name of the innermost class whose body contains the function, empty if none."""
    found = _nearest(text, function, line)
    around = found[1] if found is not None else ()
    return next((one.name for one in reversed(around) if isinstance(one, ast.ClassDef)), "")


@lru_cache(maxsize=64)
def qualified_name(text: str, function: str, line: int) -> str:
    """Return the name of a function as messages show it: ``A.f``, ``f.<locals>.g``."""
    found = _nearest(text, function, line)
    around = (
        [one for one in found[1] if isinstance(one, (*DEFINITIONS, ast.ClassDef))] if found else []
    )
    outer = (f"{one.name}{'' if isinstance(one, ast.ClassDef) else '.<locals>'}." for one in around)
    return "".join(outer) + function.rpartition(".")[2]


@lru_cache(maxsize=64)
def bound_names(text: str) -> tuple[tuple[str, str], ...]:
    """Return the names that a program binds, each with its function, which is "" for a global.

    The names of a comprehension in a function are among those of the function (PEP 709). Private
    names are as in the frame.
    """
    found = [("", name) for name in bound_in(program_tree(text))]
    for node, around in scopes_of(text):
        owner = next(one for one in (node, *reversed(around)) if not isinstance(one, INLINED))
        if isinstance(owner, DEFINITIONS):
            bound, of_module, _ = _bindings(node)
            classes = [one.name for one in around if isinstance(one, ast.ClassDef)]
            for name in bound:
                own = mangled(name, classes[-1] if classes else "")
                found.append(("" if name in of_module else owner.name, own))
    return tuple(dict.fromkeys(one for one in found if one[1] != "*"))


def mangled(name: str, around: str) -> str:
    """Return a private name as in the class ``around`` it, if any: ``_Class__name``.

    Source: https://docs.python.org/3/reference/expressions.html#private-name-mangling
    """
    around = around.lstrip("_")
    is_private = name.startswith("__") and not name.endswith("__")
    return f"_{around}{name}" if around and is_private else name


def _taken(function: Scope) -> Iterator[str]:
    """Yield the names in a function that it takes from outside."""
    bound = cache(bound_in)
    for node, inside in nodes_with_scopes(function):
        if isinstance(node, ast.Name):
            # Functions do not see the names of a class body around them.
            seen = [one for one in inside[:-1] if not isinstance(one, ast.ClassDef)]
            if inside and not any(node.id in bound(one) for one in (*seen, inside[-1])):
                yield node.id


def _nearest(text: str, function: str, line: int) -> tuple[Scope, tuple[Scope, ...]] | None:
    name = function.rpartition(".")[2]
    return next(
        (
            (node, around)
            for node, around in scopes_of(text)
            if isinstance(node, DEFINITIONS) and node.name == name and node.lineno >= line
        ),
        None,
    )


def nodes_with_scopes(tree: ast.AST) -> Iterator[tuple[ast.AST, tuple[Scope, ...]]]:
    """Yield each node with the scopes around it, outermost first."""
    stack: list[tuple[ast.AST, tuple[Scope, ...]]] = [(tree, ())]
    while stack:
        one, around = stack.pop()
        yield one, around
        if isinstance(one, (*_FUNCTIONS, ast.ClassDef)):
            outside: list[ast.AST] = list(getattr(one, "decorator_list", ()))
            if isinstance(one, ast.ClassDef):
                outside += [*one.bases, *one.keywords]
            else:
                outside += [*one.args.defaults, *(d for d in one.args.kw_defaults if d)]
            known = {id(other) for other in outside}
            stack += [(other, around) for other in outside]
            if not isinstance(one, ast.ClassDef):
                known.add(id(one.args))
                stack += [(other, (*around, one)) for other in parameters_of(one)]
            inner = (other for other in ast.iter_child_nodes(one) if id(other) not in known)
            stack += [(other, (*around, one)) for other in inner]
        elif isinstance(one, COMPREHENSIONS):
            stack += [(one.generators[0].iter, around)]
            stack += [(other, (*around, one)) for other in _inside(one)]
        else:
            stack += [(other, around) for other in ast.iter_child_nodes(one)]


def _inside(one: Comprehension) -> Iterator[ast.AST]:
    """Yield the parts that run in a comprehension: all but its first iterable."""
    for part in ast.iter_child_nodes(one):
        parts = ast.iter_child_nodes(part) if isinstance(part, ast.comprehension) else (part,)
        yield from (other for other in parts if other is not one.generators[0].iter)


def bound_in(scope: Scope | ast.Module) -> list[str]:
    """Return the names that a scope binds: by assignment, parameter, definition or import."""
    found, of_module, of_function = _bindings(scope)
    return [name for name in found if name not in of_module | of_function]


def _bindings(scope: Scope | ast.Module) -> tuple[dict[str, None], set[str], set[str]]:
    """Return all names that a scope binds in their order, the global and the nonlocal ones."""
    parameters = parameters_of(scope) if isinstance(scope, _FUNCTIONS) else ()
    found: dict[str, None] = dict.fromkeys(one.arg for one in parameters)
    of_module, of_function = set[str](), set[str]()
    for node in own_parts(scope):
        if isinstance(node, ast.Global):
            of_module.update(node.names)
        elif isinstance(node, ast.Nonlocal):
            of_function.update(node.names)
        elif (name := name_bound_by(node)) is not None:
            found[name] = None
    return found, of_module, of_function


def own_parts(scope: Scope | ast.Module) -> Iterator[ast.AST]:
    """Yield the nodes of a scope in their order, without those of the scopes inside it.

    Of a comprehension inside, yield what it binds in the scope around it: the targets of `:=`.
    """
    stack = [*reversed(_binding_parts(scope))]
    while stack:
        yield (node := stack.pop())
        if isinstance(node, COMPREHENSIONS):
            stack += [one.target for one in ast.walk(node) if isinstance(one, ast.NamedExpr)]
        elif not isinstance(node, (*_FUNCTIONS, ast.ClassDef)):
            stack += reversed([*ast.iter_child_nodes(node)])


def name_bound_by(node: ast.AST) -> str | None:
    """Return the name that a node itself binds, as `import` and `except` do; None if it does not.

    `del` makes a name one of the scope, too.
    """
    match node:
        case ast.Name(id=name, ctx=ast.Store() | ast.Del()):
            return name
        case ast.alias(name=name, asname=asname):
            return asname or name.partition(".")[0]
        case ast.MatchMapping(rest=name) | ast.MatchAs(name=name) | ast.MatchStar(name=name):
            return name
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
            return name
        case ast.ClassDef(name=name) | ast.ExceptHandler(name=name):
            return name
    return None


def _binding_parts(scope: Scope | ast.Module) -> list[ast.AST]:
    """Return the parts of a scope that may bind names in it, without its parameters."""
    if isinstance(scope, COMPREHENSIONS):
        return [one.target for one in scope.generators]
    return [scope.body] if isinstance(scope, ast.Lambda) else [*scope.body]
