/*
 * Which paths may stand in a tree.
 */
#ifndef RL_STORE_PATHNAME_H
#define RL_STORE_PATHNAME_H

/*
 * What is wrong with a path that somebody wants to save under; NULL if nothing
 * is.  Static.  Refused is what git refuses (".git" in all the ways in which
 * some file system reads that name; "." and ".."; empty parts), a control
 * character, and ".gitmodules", which git would act on.
 */
const char *pathname_fault(const char *path);

#endif
