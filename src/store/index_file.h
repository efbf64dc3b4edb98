/*
 * Indexes as files.
 */
#ifndef RL_STORE_INDEX_FILE_H
#define RL_STORE_INDEX_FILE_H

#include "index.h"

enum { INDEX_FILES = 8 }; /* of one path at most */

/* A file that holds an index of a path. */
struct index_file {
	struct index_image image;
	struct index_slot slot; /* as it was read */
	void *map;
	size_t map_size;
	uint32_t number;       /* which of INDEX_FILES */
};

/* The name of one of a path's files, from malloc; NULL if memory is out. */
char *index_file_name(const redline_store *store, const char *path, uint32_t number);

/* False if it is not there, of another path or version, or damaged. */
bool index_file_open(struct index_file *out, const redline_store *store, const char *path,
                     uint32_t number, uint32_t lineage);
void index_file_close(struct index_file *file);

/*
 * Writes an image that begins with `was` (as it was mapped) behind it, if the file is
 * still that.  Does nothing where that can't be done.
 */
void index_file_extend(const redline_store *store, const char *path,
                       const struct index_file *was, const struct index_image *im);

/*
 * Writes an image into a file of its own: into that number if it is one, else into the
 * one that has the same tip, one that is free or of no use, or the one that was written
 * longest ago.  Does nothing where that can't be done.
 */
void index_file_replace(const redline_store *store, const char *path, uint32_t number,
                        const struct index_image *im, uint32_t lineage);

#endif
