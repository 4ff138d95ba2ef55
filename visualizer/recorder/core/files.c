/* The positions of open files, from memory: asking a file flushes it, or fails in a ``for`` loop. The layouts are those
   of Modules/_io/textio.c, bufferedio.c and fileio.c; the other recorder reads them in objects/library_objects.py. */

#include "engine.h"

#define WORD(object, place) (((void *const *)(object))[place])
#define OBJECT(object, place) ((PyObject *)WORD(object, place))
#define NUMBER(object, place) ((int64_t)(intptr_t)WORD(object, place))

enum { BUFFER = 4, ENCODING = 5, DECODER = 7, DECODED = 15, USED = 16, PENDING = 18 };      /* of a TextIOWrapper */
/* Of the buffered files: what is between the last two is not in the raw file yet. */
enum { RAW = 2, POSITION = 6, AT = 8, RAW_AT = 9, READ_END = 10, WRITTEN = 11, WRITE_END = 12 };
enum { DESCRIPTOR_AT = 16, LAST_STANDARD = 2 };                                             /* of a FileIO */

/* An IncrementalNewlineDecoder. */
typedef struct {
    PyObject_HEAD
    PyObject *decoder, *errors;
    unsigned waits_for_newline : 1, translates : 1, seen : 3;
} NewlineDecoder;

enum { SEEN_NOTHING = 0, SEEN_LF = 2, SEEN_CRLF = 4 };

/* Whether it is one of the types in C of that name: no program can make one that is immutable. */
static int is_of(const PyObject *object, const char *name)
{
    const PyTypeObject *type = Py_TYPE(object);
    return PyType_HasFeature(Py_TYPE(object), Py_TPFLAGS_IMMUTABLETYPE) && strcmp(type->tp_name, name) == 0;
}

static int is_buffered(const PyObject *object)
{
    return is_of(object, "_io.BufferedReader") || is_of(object, "_io.BufferedWriter") ||
           is_of(object, "_io.BufferedRandom");
}

static int64_t position_of_raw(PyObject *file)
{
    int descriptor = *(int *)((char *)file + DESCRIPTOR_AT);
    return descriptor < 0 ? -1 : file_position(descriptor, SEEK_CUR);
}

/* The standard files are others than in a plain run. */
static int is_standard(PyObject *raw)
{
    return *(int *)((char *)raw + DESCRIPTOR_AT) <= LAST_STANDARD;
}

int64_t position_of_buffered(PyObject *file)
{
    PyObject *raw = OBJECT(file, RAW);
    int64_t at = raw != NULL && is_of(raw, "_io.FileIO") && !is_standard(raw) ? position_of_raw(raw) : -1;
    if (at < 0) return -1;
    int is_filled = NUMBER(file, READ_END) != -1 || NUMBER(file, WRITE_END) != -1;
    return is_filled && NUMBER(file, RAW_AT) >= 0 ? at - NUMBER(file, RAW_AT) + NUMBER(file, AT) : at;
}

/* How many bytes a character takes in a file; 0 if it cannot be there. */
static int bytes_of(Py_UCS4 character, const char *encoding)
{
    if (character < 0x80) return 1;
    if (PyOS_mystricmp(encoding, "utf-8") == 0) {
        if (character < 0x800) return 2;
        if (character >= 0xD800 && character < 0xE000) return 0;
        return character < 0x10000 ? 3 : 4;
    }
    return strcmp(encoding, "ascii") != 0 && character < 0x100;
}

/* How many bytes the characters from ``start`` on take in a file; -1 if unknown. */
static int64_t bytes_from(PyObject *text, Py_ssize_t start, PyObject *encoding)
{
    static const char *const known[] = {"utf-8", "UTF-8", "ascii", "latin-1", "iso-8859-1"};
    Py_ssize_t length = text ? PyUnicode_GET_LENGTH(text) : 0;
    const char *name = NULL;
    int64_t bytes = 0;
    if (start >= length) return start == length ? 0 : -1;
    if (encoding == NULL || !PyUnicode_CheckExact(encoding)) return -1;
    for (size_t n = 0; n < sizeof known / sizeof *known; n++)
        if (PyUnicode_EqualToUTF8(encoding, known[n])) name = known[n];
    if (name == NULL) return -1;
    if (PyUnicode_IS_ASCII(text)) return length - start;
    for (Py_ssize_t n = start; n < length; n++) {
        int own = bytes_of(PyUnicode_READ_CHAR(text, n), name);
        if (own == 0) return -1;
        bytes += own;
    }
    return bytes;
}

static int add_bytes(PyObject *object, void *sum)
{
    if (PyBytes_CheckExact(object)) *(int64_t *)sum += PyBytes_GET_SIZE(object);
    return 0;
}

static int64_t line_ends_from(PyObject *text, Py_ssize_t start)
{
    int64_t found = 0;
    for (Py_ssize_t n = start; text != NULL && n < PyUnicode_GET_LENGTH(text); n++)
        found += PyUnicode_READ_CHAR(text, n) == '\n';
    return found;
}

/* How many bytes a decoder received beyond the characters from ``start`` on; -1 if unknown. */
static int64_t undecoded(PyObject *decoder, PyObject *text, Py_ssize_t start)
{
    int64_t more = 0;
    if (is_of(decoder, "_io.IncrementalNewlineDecoder")) {
        const NewlineDecoder *own = (NewlineDecoder *)decoder;
        if (own->seen == SEEN_CRLF) more = line_ends_from(text, start);
        else if (own->seen != SEEN_NOTHING && own->seen != SEEN_LF) return -1;
        more += own->waits_for_newline;
        decoder = own->decoder;
    }
    if (decoder != NULL && PyObject_IS_GC(decoder) && Py_TYPE(decoder)->tp_traverse != NULL)
        Py_TYPE(decoder)->tp_traverse(decoder, add_bytes, &more);
    return more;
}

int64_t position_of_text(PyObject *file)
{
    PyObject *buffer = OBJECT(file, BUFFER), *decoder = OBJECT(file, DECODER), *text = OBJECT(file, DECODED);
    Py_ssize_t used = (Py_ssize_t)NUMBER(file, USED);
    if (buffer == NULL || !is_buffered(buffer)) return -1;
    int64_t at = position_of_buffered(buffer), ahead = bytes_from(text, used, OBJECT(file, ENCODING));
    int64_t more = decoder ? undecoded(decoder, text, used) : 0;
    return at < 0 || ahead < 0 || more < 0 ? -1 : at + NUMBER(file, PENDING) - ahead - more;
}

WriteState write_state_of(PyObject *file)
{
    PyObject *buffer = OBJECT(file, BUFFER);
    WriteState state = {.pending = NUMBER(file, PENDING)};
    if (buffer != NULL && is_buffered(buffer)) {
        state.position = NUMBER(buffer, POSITION);
        state.buffered_to = NUMBER(buffer, AT);
    } else if (buffer != NULL && is_of(buffer, "_io.FileIO")) {
        state.position = position_of_raw(buffer);
    }
    return state;
}

int is_flushed(PyObject *file)
{
    PyObject *buffer = OBJECT(file, BUFFER);
    if (buffer == NULL || NUMBER(file, PENDING) != 0) return 0;
    if (is_of(buffer, "_io.FileIO")) return 1;
    return is_buffered(buffer) &&
           (NUMBER(buffer, WRITE_END) == -1 || NUMBER(buffer, WRITTEN) == NUMBER(buffer, WRITE_END));
}
