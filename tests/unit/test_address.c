/*
 * test_address.c -- addresses of other stores: which way they lead, and those that
 * are made to be taken for something else.
 */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "store/address.h"

struct address_case {
	const char *text;
	redline_status status;
	enum address_kind kind;
	const char *host, *port, *path; /* NULL: none */
};

static const struct address_case CASES[] = {
	{"https://example.org/treaty.git", REDLINE_OK, ADDRESS_NET, NULL, NULL, NULL},
	{"HTTP://example.org/treaty.git", REDLINE_OK, ADDRESS_NET, NULL, NULL, NULL},
	{"git://example.org:9418/treaty.git", REDLINE_OK, ADDRESS_NET, NULL, NULL, NULL},
	{"ssh://example.org/srv/a b.git", REDLINE_OK, ADDRESS_SSH, "example.org", NULL, "/srv/a b.git"},
	{"ssh://me@example.org:2222/a%20b", REDLINE_OK, ADDRESS_SSH, "me@example.org", "2222", "/a b"},
	{"ssh://me@[::1]:2222/~you/x", REDLINE_OK, ADDRESS_SSH, "me@::1", "2222", "~you/x"},
	{"git+ssh://example.org/x", REDLINE_OK, ADDRESS_SSH, "example.org", NULL, "/x"},
	{"me@example.org:drafts/x.git", REDLINE_OK, ADDRESS_SSH, "me@example.org", NULL,
	 "drafts/x.git"},
	{"/", REDLINE_OK, ADDRESS_LOCAL, NULL, NULL, "/"},
	{"file:///", REDLINE_OK, ADDRESS_LOCAL, NULL, NULL, "/"},
	{".", REDLINE_OK, ADDRESS_LOCAL, NULL, NULL, "/"},
	{"no/such/folder", REDLINE_NOT_FOUND, ADDRESS_LOCAL, NULL, NULL, NULL},
	{"file:///no/such/folder", REDLINE_NOT_FOUND, ADDRESS_LOCAL, NULL, NULL, NULL},
	{"ssh://-oProxyCommand=x/y", REDLINE_DECLINED, ADDRESS_SSH, "-oProxyCommand=x", NULL, "/y"},
	{"-oProxyCommand=x:y", REDLINE_DECLINED, ADDRESS_SSH, "-oProxyCommand=x", NULL, "y"},
	{"me@-oProxyCommand=x:y", REDLINE_DECLINED, ADDRESS_SSH, "me@-oProxyCommand=x", NULL, "y"},
	{"host:-oProxyCommand", REDLINE_DECLINED, ADDRESS_SSH, "host", NULL, "-oProxyCommand"},
	{"ssh://host:1x/y", REDLINE_DECLINED, ADDRESS_SSH, "host", "1x", "/y"},
	{"ssh://me:secret@host/y", REDLINE_DECLINED, ADDRESS_SSH, "", NULL, NULL},
	{"ssh:///y", REDLINE_DECLINED, ADDRESS_SSH, "", NULL, "/y"},
	{"ftp://example.org/x", REDLINE_DECLINED, ADDRESS_NET, NULL, NULL, NULL},
};

static bool same(const char *a, const char *b)
{
	return a && b ? strcmp(a, b) == 0 : a == b;
}

Test(address, cases)
{
	for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
		const struct address_case *it = &CASES[i];
		struct address a;
		redline_trouble why = {{0}};
		redline_status const status = address_read(&a, it->text, "/", &why);
		cr_expect(status == it->status && a.kind == it->kind, "%s: %s, %d", it->text,
		          redline_status_text(status), (int)a.kind);
		cr_expect(same(a.host, it->host) && same(a.port, it->port) && same(a.path, it->path),
		          "%s: host %s, port %s, path %s", it->text, a.host ? a.host : "-",
		          a.port ? a.port : "-", a.path ? a.path : "-");
		cr_expect(status == REDLINE_OK || why.text[0], "%s: no reason", it->text);
		address_release(&a);
	}
}

Test(address, passwords_are_not_shown)
{
	static const char *const cases[][2] = {
		{"https://me:secret@example.org/x", "https://me@example.org/x"},
		{"https://me:s@cret@example.org/x", "https://me@example.org/x"},
		{"https://me@example.org:8080/x", "https://me@example.org:8080/x"},
		{"https://example.org/a:b@c", "https://example.org/a:b@c"},
		{"me@host:x", "me@host:x"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char *shown = address_shown(cases[i][0]);
		cr_expect_str_eq(shown, cases[i][1]);
		free(shown);
	}
}
