/*
 * Files brought into the work tree that another store sent: their names and kinds are
 * checked, for whoever made them may mean harm.
 */
#ifndef RL_STORE_BRING_H
#define RL_STORE_BRING_H

#include "combine.h"
#include "follow.h"

/*
 * What is wrong with a file that would be checked out; NULL if nothing is.  Refused
 * are the names that pathname.h refuses, but for ".gitmodules", which redline never
 * acts on, if it is a plain file.
 */
const char *bring_fault(const char *path, git_filemode_t mode);

/*
 * Adds them all to what follows.  REDLINE_DECLINED names those in the way, or the one
 * that is refused; REDLINE_DAMAGED, REDLINE_SYSTEM.
 */
redline_status bring_files(struct follow *follow, redline_store *store,
                           const new_file_list *files, redline_trouble *why);

#endif
