/*
 * certificates.c -- keeps libgit2 from reading what most commands have no use for.
 *
 * Where libgit2 is built on Mbed TLS, as on Debian, it reads all certificates that the
 * system trusts when it starts, some 150 of them, in 7 ms; that is more than the rest
 * of `redline history` takes.  It has no option not to.  So the function that it calls
 * for it is defined here, too, and the dynamic linker takes the program's: where none
 * are wanted it does nothing, and else it is the library's own.
 *
 * Without certificates no https server is believed, so a command that forgot to want
 * them could not connect, and not connect to the wrong one.  Where libgit2 is built
 * on something else nobody calls this.
 */
#define _GNU_SOURCE 1 /* RTLD_NEXT */

#include <dlfcn.h>
#include <string.h>

#include "store.h"

static bool unwanted;

void certificates_skip(void)
{
	unwanted = true;
}

/* As Mbed TLS declares it, from version 2 on; its chain is opaque here. */
REDLINE_API int mbedtls_x509_crt_parse_file(void *chain, const char *path);

int mbedtls_x509_crt_parse_file(void *chain, const char *path)
{
	int (*library)(void *chain, const char *path);
	void *const found = unwanted ? NULL : dlsym(RTLD_NEXT, "mbedtls_x509_crt_parse_file");
	if (!found)
		return unwanted ? 0 : -1;
	memcpy(&library, &found, sizeof library);
	return library(chain, path);
}
