#ifndef CCURL_DOOR_H
#define CCURL_DOOR_H

#include <curl/curl.h>
#include <sys/socket.h>

/// Is asked before each connection with the very address that is about to be connected to; 0 refuses it.
typedef int (*ccurl_permission)(void *context, const struct sockaddr *address);

struct ccurl_door {
    ccurl_permission permission;
    void *context;
};

/// Puts a door before every connection of a handle. The door is lent until the transfer is over.
CURLcode ccurl_set_door(CURL *handle, struct ccurl_door *door);

#endif
