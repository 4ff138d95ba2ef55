/* The program that macOS starts: it runs the Python that lies in the application's Resources, in its own
   process, as the system knows an application by the program it started. */

#include <dlfcn.h>
#include <libgen.h>
#include <limits.h>
#include <mach-o/dyld.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifndef PYTHON
#error "which Python: -DPYTHON=\"3.14\""
#endif

int main(int count, char **arguments)
{
    char found[PATH_MAX], own[PATH_MAX], library[PATH_MAX], python[PATH_MAX];
    uint32_t room = sizeof found;
    if (_NSGetExecutablePath(found, &room) != 0 || realpath(found, own) == NULL) return 127;
    const char *here = dirname(own);    /* .../Contents/MacOS */
    int length = snprintf(library, sizeof library, "%s/../Resources/python/lib/libpython" PYTHON ".dylib", here);
    int other = snprintf(python, sizeof python, "%s/../Resources/python/bin/python" PYTHON, here);
    if (length >= PATH_MAX || other >= PATH_MAX) return 127;
    void *loaded = dlopen(library, RTLD_NOW | RTLD_GLOBAL);
    int (*run)(int, char **) = loaded ? (int (*)(int, char **))dlsym(loaded, "Py_BytesMain") : NULL;
    if (run == NULL) {
        fprintf(stderr, "visualizer: %s; install it again\n", dlerror());
        return 127;
    }
    char **all = calloc((size_t)count + 5, sizeof *all);
    if (all == NULL) return 127;
    char *first[] = {python, "-I", "-m", "visualizer"};
    int made = 4;
    memcpy(all, first, sizeof first);
    for (int n = 1; n < count; n++)
        if (strncmp(arguments[n], "-psn_", 5) != 0) all[made++] = arguments[n];  /* old systems' */
    return run(made, all);
}
