/* The head of an AppImage (type 2): shows the squashfs image that is appended to this very file as
 * a folder, runs AppRun in it, and takes the folder away when that has ended.
 *
 * Linked statically, with libsquashfuse (BSD 2-clause) and libfuse3 (LGPL 2.1), so that it starts on
 * any Linux. Where FUSE cannot be used the image is unpacked to a temporary folder instead, which is
 * slower and deleted at the end.
 *
 *   --appimage-extract   unpack to ./squashfs-root and end
 *   --appimage-offset    say where the image begins
 *   APPIMAGE_EXTRACT_AND_RUN=1   do not try FUSE
 */
#define _GNU_SOURCE
#include <squashfuse/config.h>

#include <squashfuse/ll.h>
#include <squashfuse/squashfuse.h>

#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

sqfs_ll *sqfs_ll_open(const char *path, size_t offset);

static char own[PATH_MAX];
static int lasting[2];

/* libsquashfuse asks for it, and LZO is under the GPL: our images are never packed with it. */
int lzo1x_decompress_safe(const unsigned char *in, unsigned long size, unsigned char *out,
                          unsigned long *length, void *work)
{
    (void)in, (void)size, (void)out, (void)length, (void)work;
    return -1;
}

static int fail(const char *what)
{
    fprintf(stderr, "AppImage: %s: %s\n", what, strerror(errno));
    return 127;
}

/* The image begins where the program ends, behind its table of sections. */
static size_t image_offset(void)
{
    Elf64_Ehdr head;
    int file = open(own, O_RDONLY | O_CLOEXEC);
    ssize_t got = file < 0 ? -1 : read(file, &head, sizeof head);
    if (file >= 0)
        close(file);
    if (got != (ssize_t)sizeof head)
        exit(fail(own));
    return head.e_shoff + (size_t)head.e_shentsize * head.e_shnum;
}

static int write_file(sqfs *image, sqfs_inode *inode, const char *path)
{
    static char block[1 << 20];
    int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, inode->base.mode & 0777);
    if (file < 0)
        return -1;
    for (sqfs_off_t at = 0;;) {
        sqfs_off_t size = sizeof block;
        if (sqfs_read_range(image, inode, at, &size, block) || size < 0) {
            errno = EIO;
            break;
        }
        if (size == 0)
            return close(file);
        if (write(file, block, (size_t)size) != size)
            break;
        at += size;
    }
    close(file);
    return -1;
}

static int write_entry(sqfs *image, sqfs_inode *inode, const char *path)
{
    if (S_ISDIR(inode->base.mode))
        return mkdir(path, 0755) && errno != EEXIST ? -1 : 0;
    if (S_ISREG(inode->base.mode))
        return write_file(image, inode, path);
    if (S_ISLNK(inode->base.mode)) {
        char target[PATH_MAX];
        size_t size = sizeof target;
        if (sqfs_readlink(image, inode, target, &size))
            return errno = EIO, -1;
        unlink(path);
        return symlink(target, path);
    }
    return 0;
}

static int unpack(const char *folder)
{
    sqfs image;
    sqfs_traverse walk;
    sqfs_err fault = SQFS_OK;
    int answer = 0;
    if (sqfs_open_image(&image, own, image_offset()))
        return errno = EIO, -1;
    if (mkdir(folder, 0755) && errno != EEXIST)
        return -1;
    if (sqfs_traverse_open(&walk, &image, sqfs_inode_root(&image)))
        return errno = EIO, -1;
    while (!answer && sqfs_traverse_next(&walk, &fault)) {
        char path[PATH_MAX];
        sqfs_inode inode;
        if (walk.dir_end)
            continue;
        if (snprintf(path, sizeof path, "%s/%s", folder, walk.path) >= (int)sizeof path
            || sqfs_inode_get(&image, &inode, sqfs_dentry_inode(&walk.entry)))
            errno = EIO, answer = -1;
        else
            answer = write_entry(&image, &inode, path);
    }
    sqfs_traverse_close(&walk);
    sqfs_destroy(&image);
    return fault ? (errno = EIO, -1) : answer;
}

static int remove_one(const char *path, const struct stat *about, int kind, struct FTW *where)
{
    (void)about, (void)kind, (void)where;
    return remove(path);
}

/* ---- the folder by FUSE ---- */

static struct fuse_session *session;

/* The running application holds the other end of a pipe: when it has ended, so may the folder. */
static void *wait_for_end(void *unused)
{
    char sign;
    while (read(lasting[0], &sign, 1) < 0 && errno == EINTR)
        ;
    fuse_session_exit(session);
    fuse_session_unmount(session);
    return unused;
}

/* The library keeps three unpacked fragments and one block of a large file. Python reads hundreds of
 * small files as it starts, of many fragments in turn: each would be unpacked again and again. */
enum { FRAGMENTS = 128, BLOCKS = 64, INODES = 256 };

static int keep_more(sqfs *image)
{
    sqfs_cache_destroy(&image->frag_cache);
    sqfs_cache_destroy(&image->data_cache);
    sqfs_cache_destroy(&image->md_cache);
    return sqfs_block_cache_init(&image->frag_cache, FRAGMENTS)
        || sqfs_block_cache_init(&image->data_cache, BLOCKS)
        || sqfs_block_cache_init(&image->md_cache, INODES);
}

static int serve(const char *folder, int ready)
{
    char *words[] = {"visualizer", "-o", "ro,nosuid,nodev,fsname=visualizer,subtype=squashfuse", NULL};
    struct fuse_args arguments = FUSE_ARGS_INIT(3, words);
    struct fuse_lowlevel_ops calls = {
        .getattr = sqfs_ll_op_getattr,   .opendir = sqfs_ll_op_opendir,
        .releasedir = sqfs_ll_op_releasedir, .readdir = sqfs_ll_op_readdir,
        .lookup = sqfs_ll_op_lookup,     .open = sqfs_ll_op_open,
        .create = sqfs_ll_op_create,     .release = sqfs_ll_op_release,
        .read = sqfs_ll_op_read,         .readlink = sqfs_ll_op_readlink,
        .listxattr = sqfs_ll_op_listxattr, .getxattr = sqfs_ll_op_getxattr,
        .forget = sqfs_ll_op_forget,
    };
    sqfs_ll_chan channel;
    pthread_t waiter;
    sqfs_ll *image = sqfs_ll_open(own, image_offset());
    if (image == NULL || keep_more(&image->fs)
        || sqfs_ll_mount(&channel, folder, &arguments, &calls, sizeof calls, image))
        return 1;
    session = channel.session;
    if (pthread_create(&waiter, NULL, wait_for_end, NULL) || write(ready, "+", 1) != 1)
        return 1;
    close(ready);
    fuse_session_loop(session);
    pthread_join(waiter, NULL);
    rmdir(folder);
    return 0;
}

/* Whether the image is in the folder; a process of its own serves it until this one has ended. */
static int mount_image(const char *folder)
{
    int ready[2];
    char sign;
    if (pipe(lasting) || pipe2(ready, O_CLOEXEC))
        return 0;
    pid_t child = fork();
    if (child == 0) {
        close(lasting[1]);
        close(ready[0]);
        setsid();
        /* Keys for the application are not for who serves its files, nor is its output. */
        signal(SIGINT, SIG_IGN);
        signal(SIGHUP, SIG_IGN);
        int nothing = open("/dev/null", O_RDWR);
        dup2(nothing, 0), dup2(nothing, 1), dup2(nothing, 2);
        _exit(serve(folder, ready[1]));
    }
    close(lasting[0]);
    close(ready[1]);
    if (child > 0 && read(ready[0], &sign, 1) == 1) {
        close(ready[0]);
        return 1;
    }
    close(ready[0]);
    close(lasting[1]);
    if (child > 0)
        waitpid(child, NULL, 0);
    return 0;
}

/* ---- the application ---- */

static void start(const char *folder, char **words)
{
    char path[PATH_MAX];
    snprintf(path, sizeof path, "%s/AppRun", folder);
    setenv("APPDIR", folder, 1);
    setenv("APPIMAGE", own, 1);
    setenv("ARGV0", words[0], 1);
    words[0] = path;
    execv(path, words);
    _exit(fail(path));
}

static volatile sig_atomic_t running;

static void hand_on(int sign)
{
    kill(running, sign);
}

/* The process that unpacked the folder waits for the application's end, and removes it. */
static int run_unpacked(const char *folder, char **words)
{
    int status = 0;
    if (unpack(folder)) {
        int why = errno;
        nftw(folder, remove_one, 32, FTW_DEPTH | FTW_PHYS);
        errno = why;
        return fail("cannot be unpacked (set TMPDIR to a folder with 300 MB of room)");
    }
    pid_t child = fork();
    if (child == 0)
        start(folder, words);
    running = child;
    signal(SIGINT, SIG_IGN);
    signal(SIGQUIT, SIG_IGN);
    signal(SIGHUP, hand_on);
    signal(SIGTERM, hand_on);
    while (waitpid(child, &status, 0) < 0 && errno == EINTR)
        ;
    nftw(folder, remove_one, 32, FTW_DEPTH | FTW_PHYS);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

int main(int count, char **words)
{
    const char *above = getenv("TMPDIR");
    char folder[PATH_MAX];
    if (realpath("/proc/self/exe", own) == NULL)
        return fail("/proc/self/exe");
    if (count > 1 && !strcmp(words[1], "--appimage-offset"))
        return printf("%zu\n", image_offset()) < 0;
    if (count > 1 && !strcmp(words[1], "--appimage-extract"))
        return unpack("squashfs-root") ? fail("squashfs-root") : 0;
    snprintf(folder, sizeof folder, "%s/.visualizer-XXXXXX", above && *above ? above : "/tmp");
    if (mkdtemp(folder) == NULL)
        return fail(folder);
    if (getenv("APPIMAGE_EXTRACT_AND_RUN") == NULL && mount_image(folder))
        start(folder, words);
    return run_unpacked(folder, words);
}
