#include "door.h"

static curl_socket_t ccurl_open(void *context, curlsocktype purpose, struct curl_sockaddr *address)
{
    struct ccurl_door *door = context;
    if (purpose != CURLSOCKTYPE_IPCXN || !door->permission(door->context, &address->addr)) return CURL_SOCKET_BAD;
    return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

CURLcode ccurl_set_door(CURL *handle, struct ccurl_door *door)
{
    CURLcode code = curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, ccurl_open);
    return code == CURLE_OK ? curl_easy_setopt(handle, CURLOPT_OPENSOCKETDATA, door) : code;
}
