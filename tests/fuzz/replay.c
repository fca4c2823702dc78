/* Runs a fuzz target over the files of a folder, as an ordinary test. */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int replay(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        return 0;
    static uint8_t data[1 << 20];
    size_t size = fread(data, 1, sizeof data, file);
    fclose(file);
    return LLVMFuzzerTestOneInput(data, size) == 0;
}

int main(int argc, char **argv)
{
    int passed = 0, failed = 0;
    DIR *folder = argc > 1 ? opendir(argv[1]) : NULL;
    if (!folder)
        return EXIT_FAILURE;
    for (struct dirent *item; (item = readdir(folder));) {
        char path[4096];
        if (item->d_name[0] == '.')
            continue;
        snprintf(path, sizeof path, "%s/%s", argv[1], item->d_name);
        if (replay(path))
            passed++;
        else
            failed++;
    }
    closedir(folder);
    printf("%d passed, %d failed\n", passed, failed);
    return failed || !passed;
}
