#include "czlib.h"

#include <limits.h>
#include <zlib.h>

/// 15 bits of window, + 16 asks zlib for the gzip wrapper instead of its own.
enum { gzip_window = 15 + 16, memory_level = 8 };

/// zlib's `compressBound` counts its own 6-byte wrapper; gzip's has 18.
size_t czlib_gzip_bound(size_t count) { return compressBound(count) + 18; }

size_t czlib_gzip(const uint8_t *input, size_t count, uint8_t *output, size_t capacity, int level) {
    if (count > UINT_MAX || capacity > UINT_MAX) return 0;
    z_stream stream = {0};
    if (deflateInit2(&stream, level, Z_DEFLATED, gzip_window, memory_level, Z_DEFAULT_STRATEGY) != Z_OK) return 0;
    stream.next_in = (Bytef *)input;
    stream.avail_in = (uInt)count;
    stream.next_out = output;
    stream.avail_out = (uInt)capacity;
    int state = deflate(&stream, Z_FINISH);
    size_t written = stream.total_out;
    deflateEnd(&stream);
    return state == Z_STREAM_END ? written : 0;
}

size_t czlib_gunzip(const uint8_t *input, size_t count, uint8_t *output, size_t capacity) {
    if (count > UINT_MAX || capacity > UINT_MAX) return 0;
    z_stream stream = {0};
    if (inflateInit2(&stream, gzip_window) != Z_OK) return 0;
    stream.next_in = (Bytef *)input;
    stream.avail_in = (uInt)count;
    stream.next_out = output;
    stream.avail_out = (uInt)capacity;
    int state = inflate(&stream, Z_FINISH);
    size_t written = stream.total_out;
    inflateEnd(&stream);
    return state == Z_STREAM_END ? written : 0;
}

uint32_t czlib_crc32(const uint8_t *input, size_t count) { return count ? (uint32_t)crc32_z(0, input, count) : 0; }

int czlib_inflate(const uint8_t *input, size_t count, uint8_t *output, size_t capacity, size_t *written) {
    *written = 0;
    if (count > UINT_MAX || capacity > UINT_MAX) return 0;
    z_stream stream = {0};
    if (inflateInit2(&stream, -15) != Z_OK) return 0;
    stream.next_in = (Bytef *)input;
    stream.avail_in = (uInt)count;
    stream.next_out = output;
    stream.avail_out = (uInt)capacity;
    int state = inflate(&stream, Z_FINISH);
    *written = stream.total_out;
    inflateEnd(&stream);
    return state == Z_STREAM_END;
}
