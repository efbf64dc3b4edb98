/*
 * Servers on this machine's loopback for tests, each a process of its own, on a port
 * that was free.
 *
 *     struct server s;
 *     server_git(&s, folder);          // git daemon; folder's repositories, to push, too
 *     server_http(&s, folder);         // git http-backend behind a small http server
 *     server_mute(&s);                 // takes what it is sent, and says nothing
 *     server_cutter(&s, port, how);    // passes on to a git daemon, and then does not
 *     ... s.port; s.pid is 0 if it could not be started ...
 *     server_stop(&s);
 */
#ifndef RL_SUPPORT_SERVERS_H
#define RL_SUPPORT_SERVERS_H

#include <sys/types.h>

struct server {
	pid_t pid;
	int port;
};

/* What a cutter does once a pack has gone through. */
enum cut {
	CUT_SILENT,      /* the answer is swallowed, and so is whatever follows */
	CUT_SILENT_ONCE, /* the same, but later connections are passed on */
	CUT_HANG_UP,     /* the pack does not arrive: both ends are closed */
};

/* Each leaves pid 0 if the machine can't do it (no git daemon, no http-backend). */
void server_git(struct server *s, const char *folder);
void server_http(struct server *s, const char *folder);
/* The same, but it wants this user and password. */
void server_http_locked(struct server *s, const char *folder, const char *credentials);
void server_mute(struct server *s);
void server_cutter(struct server *s, int port, enum cut how);
void server_stop(struct server *s);

/* A port of the loopback that was free just now. */
int server_port(void);
/* Waits until something listens there, some seconds. */
int server_answers(int port);

#endif
