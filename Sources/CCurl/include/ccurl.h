#ifndef CCURL_H
#define CCURL_H

#include <curl/curl.h>

/// Swift cannot call functions of a variable number of arguments: one plain function for each type of option that is used.
CURLcode ccurl_set_long(CURL *handle, CURLoption option, long value);
CURLcode ccurl_set_text(CURL *handle, CURLoption option, const char *value);
CURLcode ccurl_set_list(CURL *handle, CURLoption option, struct curl_slist *value);
CURLcode ccurl_set_pointer(CURL *handle, CURLoption option, void *value);
CURLcode ccurl_get_long(CURL *handle, CURLINFO info, long *value);
/// The socket of a connection that was only opened.
CURLcode ccurl_get_socket(CURL *handle, curl_socket_t *value);

typedef size_t (*ccurl_transfer)(char *bytes, size_t size, size_t count, void *context);

/// Sets a read, write or header function.
CURLcode ccurl_set_transfer(CURL *handle, CURLoption option, ccurl_transfer function);

typedef int (*ccurl_progress)(void *context, curl_off_t, curl_off_t, curl_off_t, curl_off_t);

/// Sets the function that is asked about once a second, whether anything moves or not; another answer than 0 ends the transfer.
CURLcode ccurl_set_progress(CURL *handle, ccurl_progress function, void *context);

#endif
