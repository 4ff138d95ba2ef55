/* The differences between operating systems, except the calls of written.c, which only Linux has. */

#ifndef VISUALIZER_SYSTEM_H
#define VISUALIZER_SYSTEM_H

#define MOST_PATH 32768     /* characters; Windows has the longest paths */

#ifdef MS_WINDOWS

#include <fcntl.h>
#include <io.h>
#include <malloc.h>
#include <stdlib.h>
#include <windows.h>

/* The mutex that pycore_condvar.h has chosen. */
#if _PY_EMULATED_WIN_CV
#define mutex_lock EnterCriticalSection
#define mutex_unlock LeaveCriticalSection
#else
#define mutex_lock AcquireSRWLockExclusive
#define mutex_unlock ReleaseSRWLockExclusive
#endif

#define aligned_memory(alignment, size) _aligned_malloc(size, alignment)
#define pause_briefly(nanoseconds) Sleep((nanoseconds) / 500000)
#define is_mapped(address) 1    /* a mapped file cannot be truncated */
#define file_read _read
#define file_close _close

/* The session's job ends us with the session; our parent may be the redirector of a virtual environment. */
#define has_session_died(parent) 0
#define end_with_session() ((void)0)

#ifdef __MINGW32__   /* missing in its headers */
_invalid_parameter_handler _set_thread_local_invalid_parameter_handler(_invalid_parameter_handler);
#endif

static inline void ignore_error(const wchar_t *what, const wchar_t *where, const wchar_t *file, unsigned line,
                               uintptr_t nothing)
{
}

/* Return the position of a file. The C library would abort on a closed descriptor. */
static inline int64_t file_position(int file, int from)
{
    _invalid_parameter_handler before = _set_thread_local_invalid_parameter_handler(ignore_error);
    int64_t found = _lseeki64(file, 0, from);
    _set_thread_local_invalid_parameter_handler(before);
    return found;
}

/* Return a descriptor to read from; -1 if the file cannot be opened. */
static inline int file_open(PyObject *path)
{
    wchar_t *name = PyUnicode_AsWideCharString(path, NULL);
    int file = name ? _wopen(name, _O_RDONLY | _O_BINARY | _O_NOINHERIT) : -1;
    PyMem_Free(name);
    return file;
}

/* Return the real path without links, like ``os.path.realpath``; NULL if there is no such file. */
static inline PyObject *target_of(PyObject *path)
{
    static wchar_t found[MOST_PATH];
    DWORD length = 0, all = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;
    wchar_t *name = PyUnicode_AsWideCharString(path, NULL);
    HANDLE file = INVALID_HANDLE_VALUE;
    if (name) file = CreateFileW(name, 0, all, NULL, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS, NULL);
    PyMem_Free(name);
    if (file != INVALID_HANDLE_VALUE) {
        length = GetFinalPathNameByHandleW(file, found, MOST_PATH, 0);
        CloseHandle(file);
    }
    if (length < 8 || length >= MOST_PATH) return NULL;
    int is_shared = wcsncmp(found, L"\\\\?\\UNC\\", 8) == 0;     /* on another machine */
    if (is_shared) found[6] = L'\\';
    return PyUnicode_FromWideChar(found + (is_shared ? 6 : 4), (Py_ssize_t)length - (is_shared ? 6 : 4));
}

/* Find the image (the program, or a library) around an address; 0 if none is there. */
static inline int find_image(uintptr_t address, uintptr_t *start, uintptr_t *end)
{
    MEMORY_BASIC_INFORMATION found;
    if (!VirtualQuery((void *)address, &found, sizeof found) || found.Type != MEM_IMAGE) return 0;
    void *base = found.AllocationBase;
    *start = *end = (uintptr_t)base;
    while (VirtualQuery((void *)*end, &found, sizeof found) && found.AllocationBase == base) *end += found.RegionSize;
    return 1;
}

#else

#include <fcntl.h>
#include <time.h>
#include <unistd.h>
#ifdef __APPLE__
#include <mach-o/dyld.h>
#include <mach-o/loader.h>
#else
#include <link.h>
#endif
#ifdef __linux__
#include <errno.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/uio.h>
#endif

#define mutex_lock pthread_mutex_lock
#define mutex_unlock pthread_mutex_unlock
#define aligned_memory aligned_alloc
#define pause_briefly(nanoseconds) nanosleep(&(struct timespec){0, nanoseconds}, NULL)
#define has_session_died(parent) (getppid() != (pid_t)(parent))
#ifdef __linux__
#define end_with_session() ((void)prctl(PR_SET_PDEATHSIG, SIGKILL))
#else
#define end_with_session() ((void)0)   /* seen at the next step */
#endif
/* Whether memory of a mapped file exists: reading beyond the end of a truncated file ends the program. */
static inline int is_mapped(const void *address)
{
#ifdef __linux__
    char byte;
    struct iovec to = {&byte, 1}, from = {(void *)address, 1};
    return process_vm_readv(getpid(), &to, 1, &from, 1, 0) == 1 || errno != EFAULT;
#else
    return 1;
#endif
}

#define file_read read
#define file_close close
#define file_position(file, from) ((int64_t)lseek(file, 0, from))

static inline int file_open(PyObject *path)
{
    PyObject *name;
    if (!PyUnicode_FSConverter(path, &name)) return -1;
    int file = open(PyBytes_AS_STRING(name), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    Py_DECREF(name);
    return file;
}

/* Return the target of a symbolic link; NULL for anything else. */
static inline PyObject *target_of(PyObject *path)
{
    static char found[MOST_PATH];
    PyObject *name;
    if (!PyUnicode_FSConverter(path, &name)) return NULL;
    ssize_t length = readlink(PyBytes_AS_STRING(name), found, MOST_PATH);
    Py_DECREF(name);
    return length < 0 ? NULL : PyUnicode_DecodeFSDefaultAndSize(found, length);
}

/* Find the segment of an image (the program, or a library) around an address; 0 if none is there. */
#ifdef __APPLE__
static inline int find_image(uintptr_t address, uintptr_t *start, uintptr_t *end)
{
    for (uint32_t n = 0; n < _dyld_image_count(); n++) {
        const struct mach_header_64 *image = (const struct mach_header_64 *)_dyld_get_image_header(n);
        const struct load_command *command = (const struct load_command *)(image + 1);
        for (uint32_t left = image->ncmds; left; left--) {
            const struct segment_command_64 *segment = (const struct segment_command_64 *)command;
            if (command->cmd == LC_SEGMENT_64 && segment->initprot != 0) {
                *start = (uintptr_t)segment->vmaddr + (uintptr_t)_dyld_get_image_vmaddr_slide(n);
                *end = *start + (uintptr_t)segment->vmsize;
                if (*start <= address && address < *end) return 1;
            }
            command = (const struct load_command *)((const char *)command + command->cmdsize);
        }
    }
    return 0;
}
#else
typedef struct {
    uintptr_t address, start, end;
} ImageSearch;

static inline int check_image(struct dl_phdr_info *image, size_t size, void *context)
{
    ImageSearch *search = context;
    for (int n = 0; n < image->dlpi_phnum; n++) {
        if (image->dlpi_phdr[n].p_type != PT_LOAD) continue;
        search->start = (uintptr_t)(image->dlpi_addr + image->dlpi_phdr[n].p_vaddr);
        search->end = search->start + (uintptr_t)image->dlpi_phdr[n].p_memsz;
        if (search->start <= search->address && search->address < search->end) return 1;
    }
    return 0;
}

static inline int find_image(uintptr_t address, uintptr_t *start, uintptr_t *end)
{
    ImageSearch search = {address, 0, 0};
    if (!dl_iterate_phdr(check_image, &search)) return 0;
    *start = search.start, *end = search.end;
    return 1;
}
#endif

#endif

#endif
