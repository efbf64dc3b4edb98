/*
 * signer.c -- see signer.h.
 *
 * git reads "<", ">" and line ends in a name as its end, so they are left out;
 * so are controls, and blanks at the ends.
 */
#define _DEFAULT_SOURCE 1 /* tm_gmtoff */

#include "signer.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/bytes.h"

/* What git would trip over taken out; from malloc. */
static char *cleaned(redline_bytes text)
{
	char *out = malloc(text.len + 1);
	size_t len = 0;
	if (!out)
		abort();
	for (size_t i = 0; i < text.len; i++) {
		char const c = text.ptr[i];
		bool const gap = is_space(c);
		if (c == '<' || c == '>' || (!gap && ((unsigned char)c < 0x20 || c == 0x7F)))
			continue;
		if (gap && (len == 0 || out[len - 1] == ' '))
			continue;
		out[len++] = gap ? ' ' : c;
	}
	while (len && out[len - 1] == ' ')
		len--;
	out[len] = '\0';
	return out;
}

static redline_status take(struct signer *out, redline_bytes name, redline_bytes email,
                           redline_trouble *why)
{
	redline_text_fault fault;
	if (redline_text_check(name, &fault) || redline_text_check(email, &fault))
		return trouble_say(why, REDLINE_DECLINED, "a person's name or address is not UTF-8");
	free(out->name);
	free(out->email);
	out->name = cleaned(name);
	out->email = cleaned(email);
	if (*out->name)
		return REDLINE_OK;
	return trouble_say(why, REDLINE_DECLINED, "'%.*s' is no name of a person",
	                   (int)(name.len < 100 ? name.len : 100), name.ptr);
}

static void set_now(struct signer *out)
{
	time_t const now = time(NULL);
	struct tm local;
	out->time = (int64_t)now;
	out->offset = localtime_r(&now, &local) ? (int32_t)(local.tm_gmtoff / 60) : 0;
}

/* The time that was given, or that of the variable; false if there is neither. */
static redline_status set_time(struct signer *out, const redline_person *given,
                               const char *variable, bool *set, redline_trouble *why)
{
	const char *said = getenv(variable);
	redline_person date = {0};
	*set = true;
	if (given && given->time < 0)
		return trouble_say(why, REDLINE_DECLINED, "git can't keep a date before 1970");
	if (given && given->time) {
		date = *given;
	} else if (said && *said) {
		if (!redline_person_date(&date, bytes_of(said)))
			return trouble_say(why, REDLINE_DECLINED, "%s: '%s' is no date", variable, said);
	} else {
		*set = false;
		return REDLINE_OK;
	}
	if (date.offset <= -24 * 60 || date.offset >= 24 * 60)
		return trouble_say(why, REDLINE_DECLINED, "a clock is at most a day from UTC");
	out->time = date.time;
	out->offset = date.offset;
	return REDLINE_OK;
}

/* A variable of the environment, else the first of two keys of the configuration. */
static bool look_up(git_config *config, const char *variable, const char *key,
                    const char *general, redline_bytes *out)
{
	const char *value = getenv(variable);
	if ((!value || !*value) && key && git_config_get_string(&value, config, key) < 0)
		value = NULL;
	if ((!value || !*value) && general && git_config_get_string(&value, config, general) < 0)
		value = NULL;
	git_error_clear();
	*out = value && *value ? bytes_of(value) : (redline_bytes){"", 0};
	return out->len > 0;
}

static redline_status find_recorder(struct signer *out, redline_store *store,
                                    redline_trouble *why)
{
	git_config *config;
	redline_bytes name, email;
	int const code = git_repository_config_snapshot(&config, store->repo);
	if (code < 0)
		return trouble_git(why, code, "git's configuration");
	bool const named = look_up(config, "GIT_COMMITTER_NAME", "committer.name", "user.name", &name);
	bool const reached = look_up(config, "GIT_COMMITTER_EMAIL", "committer.email", "user.email",
	                             &email) || look_up(config, "EMAIL", NULL, NULL, &email);
	redline_status const status =
	        named && reached
	                ? take(out, name, email, why)
	                : trouble_say(why, REDLINE_DECLINED,
	                              "git does not know who you are; tell it: "
	                              "git config --global user.name \"Your Name\" and "
	                              "git config --global user.email you@example.org");
	git_config_free(config);
	return status;
}

redline_status signer_recorder(struct signer *out, redline_store *store,
                               const redline_person *given, redline_trouble *why)
{
	bool set = false;
	*out = (struct signer){0};
	redline_status status = given && given->name.len
	                                ? take(out, given->name, given->email, why)
	                                : find_recorder(out, store, why);
	if (!status)
		status = set_time(out, given, "GIT_COMMITTER_DATE", &set, why);
	if (!status && !set)
		set_now(out);
	if (status)
		signer_release(out);
	return status;
}

/* The author that git would take, where it is another than the recorder. */
static redline_status find_author(struct signer *out, redline_store *store,
                                  const struct signer *recorder, redline_trouble *why)
{
	git_config *config;
	redline_bytes name, email;
	int const code = git_repository_config_snapshot(&config, store->repo);
	if (code < 0)
		return trouble_git(why, code, "git's configuration");
	if (!look_up(config, "GIT_AUTHOR_NAME", "author.name", NULL, &name))
		name = bytes_of(recorder->name);
	if (!look_up(config, "GIT_AUTHOR_EMAIL", "author.email", NULL, &email))
		email = bytes_of(recorder->email);
	redline_status const status = take(out, name, email, why);
	git_config_free(config);
	return status;
}

redline_status signer_author(struct signer *out, redline_store *store,
                             const redline_person *given, const struct signer *recorder,
                             redline_trouble *why)
{
	bool set = false;
	*out = (struct signer){0};
	redline_status status = given && given->name.len
	                                ? take(out, given->name, given->email, why)
	                                : find_author(out, store, recorder, why);
	if (!status)
		status = set_time(out, given, "GIT_AUTHOR_DATE", &set, why);
	if (!status && !set) {
		out->time = recorder->time;
		out->offset = recorder->offset;
	}
	if (status)
		signer_release(out);
	return status;
}

void signer_write(struct buf *out, const struct signer *signer)
{
	int32_t const minutes = signer->offset < 0 ? -signer->offset : signer->offset;
	buf_printf(out, "%s <%s> %lld %c%02d%02d", signer->name, signer->email,
	           (long long)signer->time, signer->offset < 0 ? '-' : '+', (int)(minutes / 60),
	           (int)(minutes % 60));
}

void signer_release(struct signer *signer)
{
	free(signer->name);
	free(signer->email);
	*signer = (struct signer){0};
}
