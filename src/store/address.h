/*
 * Addresses of other stores, as git knows them: paths, file://, ssh://, the short
 * "host:path", https://, http:// and git://.
 */
#ifndef RL_STORE_ADDRESS_H
#define RL_STORE_ADDRESS_H

#include <redline/store.h>

enum address_kind {
	ADDRESS_LOCAL,  /* a path on this machine */
	ADDRESS_SSH,
	ADDRESS_NET,    /* libgit2 knows how */
};

struct address {
	enum address_kind kind;
	char *path;     /* absolute where LOCAL; as the other side is to see it where SSH */
	char *host;     /* SSH: "user@host" */
	char *port;     /* SSH: or NULL */
	char *text;     /* all of it, fit to be kept: a local path made absolute */
};

/*
 * Reads one; a relative path counts from `from` (a folder).  Says REDLINE_OK,
 * REDLINE_NOT_FOUND (there is nothing at that path) or REDLINE_DECLINED (a way that
 * redline does not go, or an address made to be taken for an option).
 */
redline_status address_read(struct address *out, const char *text, const char *from,
                            redline_trouble *why);
void address_release(struct address *address);

/* Could it be an address, rather than the name of a remote? */
bool address_is_one(const char *text);

/* Without a password in it, for messages; from malloc. */
char *address_shown(const char *text);

#endif
