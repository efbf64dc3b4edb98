/*
 * peer.c -- see peer.h.
 *
 * Which remote: the one that was named; else, to push, branch.<b>.pushRemote and
 * remote.pushDefault; else branch.<b>.remote; else "origin".  Which branch there: the
 * one that ours is set to follow (branch.<b>.merge), if it is that remote's; else the
 * one of the same name.
 */
#include "peer.h"

#include <stdlib.h>
#include <string.h>

#include "credential.h"
#include "disk.h"

/* ---- what libgit2 calls ---- */

static int hear(const char *text, int len, void *payload)
{
	struct peer *peer = payload;
	exchange_hear(&peer->exchange, text, len > 0 ? (size_t)len : 0);
	return 0;
}

static int find_credential(git_credential **out, const char *url, const char *user,
                           unsigned allowed, void *payload)
{
	struct peer *peer = payload;
	return credential_find(out, url, user, allowed, &peer->exchange);
}

static int take_progress(const git_indexer_progress *stats, void *payload)
{
	struct peer *peer = payload;
	return exchange_tell(&peer->exchange, stats->received_objects, stats->total_objects,
	                     stats->received_bytes);
}

static int give_progress(unsigned done, unsigned of, size_t bytes, void *payload)
{
	struct peer *peer = payload;
	return exchange_tell(&peer->exchange, done, of, bytes);
}

static int choose_transport(git_transport **out, git_remote *owner, void *payload)
{
	struct peer *peer = payload;
	return program_transport(out, owner, &peer->way);
}

static void set_callbacks(struct peer *peer)
{
	(void)git_remote_init_callbacks(&peer->callbacks, GIT_REMOTE_CALLBACKS_VERSION);
	peer->callbacks.sideband_progress = hear;
	peer->callbacks.credentials = find_credential;
	peer->callbacks.transfer_progress = take_progress;
	peer->callbacks.push_transfer_progress = give_progress;
	if (peer->address.kind != ADDRESS_NET)
		peer->callbacks.transport = choose_transport;
	if (peer->address.kind != ADDRESS_SSH) /* nobody else asks for a password there */
		peer->exchange.first_patience = peer->exchange.patience;
	peer->callbacks.payload = peer;
	peer->way = (struct program_way){&peer->address, peer->store->repo};
	(void)git_proxy_options_init(&peer->proxy, GIT_PROXY_OPTIONS_VERSION);
	peer->proxy.type = GIT_PROXY_AUTO;
}

/* ---- finding ---- */

/* A value of the configuration, from malloc; NULL if there is none. */
static char *setting(redline_store *store, const char *format, const char *name)
{
	git_config *config = NULL;
	git_buf value = {0};
	char *key = disk_path(format, name), *out = NULL;
	if (git_repository_config_snapshot(&config, store->repo) == 0 &&
	    git_config_get_string_buf(&value, config, key) == 0 && value.size)
		out = disk_path("%s", value.ptr);
	git_buf_dispose(&value);
	git_config_free(config);
	git_error_clear();
	free(key);
	return out;
}

static char *remote_name(redline_store *store, const char *branch, bool pushes)
{
	char *name = pushes ? setting(store, "branch.%s.pushremote", branch) : NULL;
	if (!name && pushes)
		name = setting(store, "remote.pushdefault%s", "");
	if (!name)
		name = setting(store, "branch.%s.remote", branch);
	return name ? name : disk_path("origin");
}

/* A remote of the repository, or an address. */
static redline_status open_remote(struct peer *peer, const char *name, redline_trouble *why)
{
	redline_store *store = peer->store;
	git_error_clear();
	int code = git_remote_lookup(&peer->remote, store->repo, name);
	peer->named = code == 0;
	if (code == 0)
		return REDLINE_OK;
	if (!address_is_one(name))
		return trouble_say(why, REDLINE_NOT_FOUND,
		                   "there is no remote '%s' here; `git remote add %s ADDRESS` makes it",
		                   name, name);
	code = git_remote_create_anonymous(&peer->remote, store->repo, name);
	return code < 0 ? trouble_git(why, code, "%s", name) : REDLINE_OK;
}

static redline_status find_address(struct peer *peer, bool pushes, redline_trouble *why)
{
	const char *push = git_remote_pushurl(peer->remote);
	const char *url = pushes && push ? push : git_remote_url(peer->remote);
	if (!url)
		return trouble_say(why, REDLINE_NOT_FOUND, "the remote has no address");
	peer->shown = address_shown(url);
	return address_read(&peer->address, url, peer->named ? peer->store->folder : ".", why);
}

static redline_status find_branch(struct peer *peer, const struct branch *branch,
                                  redline_trouble *why)
{
	char *remote = setting(peer->store, "branch.%s.remote", branch_name(branch));
	char *merge = setting(peer->store, "branch.%s.merge", branch_name(branch));
	const char *own = peer->named ? git_remote_name(peer->remote) : NULL;
	bool const follows = remote && merge && own && strcmp(remote, own) == 0 &&
	                     strncmp(merge, "refs/heads/", 11) == 0;
	const char *name = follows ? merge : branch->reference;
	redline_status status = REDLINE_OK;
	if (strlen(name) < sizeof peer->branch)
		strcpy(peer->branch, name);
	else
		status = trouble_say(why, REDLINE_DECLINED, "%.80s...: a name too long", name);
	free(remote);
	free(merge);
	return status;
}

redline_status peer_find(struct peer *out, redline_store *store, const struct branch *branch,
                         const redline_sharing *sharing, bool pushes, redline_trouble *why)
{
	*out = (struct peer){.store = store};
	exchange_begin(&out->exchange, store, sharing);
	char *name = sharing->remote ? disk_path("%s", sharing->remote)
	                             : remote_name(store, branch_name(branch), pushes);
	redline_status status = open_remote(out, name, why);
	if (!status)
		status = find_address(out, pushes, why);
	if (!status)
		status = find_branch(out, branch, why);
	if (!status)
		set_callbacks(out);
	free(name);
	return status;
}

redline_status peer_origin(struct peer *out, redline_store *store, struct address *address,
                           const redline_sharing *sharing, redline_trouble *why)
{
	*out = (struct peer){.store = store, .named = true, .address = *address};
	*address = (struct address){.kind = ADDRESS_NET};
	out->shown = address_shown(out->address.text);
	exchange_begin(&out->exchange, store, sharing);
	set_callbacks(out);
	int const code = git_remote_create(&out->remote, store->repo, "origin", out->address.text);
	return code < 0 ? trouble_git(why, code, "%s", out->shown) : REDLINE_OK;
}

/* ---- the connection ---- */

redline_status peer_connect(struct peer *peer, git_direction direction, redline_trouble *why)
{
	git_error_clear();
	int code = exchange_watch_sockets();
	if (code == 0)
		code = git_remote_connect(peer->remote, direction, &peer->callbacks, &peer->proxy, NULL);
	if (code < 0)
		return exchange_judge(&peer->exchange, code, peer->shown, why);
	credential_approve(&peer->exchange);
	return REDLINE_OK;
}

bool peer_reference(const struct peer *peer, const char *name, git_oid *out)
{
	const git_remote_head **heads;
	size_t count;
	if (git_remote_ls(&heads, &count, peer->remote) < 0) {
		git_error_clear();
		return false;
	}
	for (size_t i = 0; i < count; i++) {
		if (strcmp(heads[i]->name, name) != 0)
			continue;
		git_oid_cpy(out, &heads[i]->oid);
		return true;
	}
	return false;
}

/* ---- what is known of the other side ---- */

static void note(struct peer *peer, struct store_lock *lock, const char *reference,
                 const git_oid *id, bool anew)
{
	static const redline_person nobody = {{"redline", 7}, {"redline@localhost", 17}, 0, 0};
	struct signer who = {0};
	git_oid old;
	bool const known = git_reference_name_to_id(&old, peer->store->repo, reference) == 0;
	git_error_clear();
	if (known && (!anew || git_oid_equal(&old, id)))
		return;
	if (signer_recorder(&who, peer->store, &nobody, NULL) == REDLINE_OK)
		(void)branch_move(peer->store, lock, reference, known ? &old : NULL, id, &who, "fetch",
		                  NULL);
	signer_release(&who);
}

static void take_tags(struct peer *peer, struct store_lock *lock)
{
	const git_remote_head **heads;
	size_t count;
	if (git_remote_ls(&heads, &count, peer->remote) < 0)
		return;
	for (size_t i = 0; i < count; i++) {
		const char *name = heads[i]->name;
		int valid = 0;
		bool const is = strncmp(name, "refs/tags/", 10) == 0 &&
		                git_reference_name_is_valid(&valid, name) == 0 && valid;
		if (is && git_odb_exists(peer->store->odb, &heads[i]->oid))
			note(peer, lock, name, &heads[i]->oid, false);
	}
}

void peer_remember(struct peer *peer, const git_oid *tip, bool tags)
{
	struct store_lock lock;
	if (!peer->named || lock_take(&lock, peer->store, NULL))
		return;
	char *tracking = disk_path("refs/remotes/%s/%s", git_remote_name(peer->remote),
	                           peer->branch + 11);
	note(peer, &lock, tracking, tip, true);
	if (tags)
		take_tags(peer, &lock);
	lock_release(&lock);
	free(tracking);
	git_error_clear();
}

void peer_release(struct peer *peer)
{
	if (peer->remote)
		(void)git_remote_disconnect(peer->remote);
	git_remote_free(peer->remote);
	address_release(&peer->address);
	free(peer->shown);
	exchange_finish(&peer->exchange);
	git_error_clear();
	peer->remote = NULL;
	peer->shown = NULL;
}
