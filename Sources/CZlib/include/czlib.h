#ifndef CZLIB_H
#define CZLIB_H

#include <stddef.h>
#include <stdint.h>

/// The largest number of bytes that `czlib_gzip` can need for `count` bytes of input.
size_t czlib_gzip_bound(size_t count);

/// Writes one gzip member (RFC 1952, no name, no time, so that equal input gives equal output) and returns its length,
/// or 0 when `output` is too small or memory ran out.
size_t czlib_gzip(const uint8_t *input, size_t count, uint8_t *output, size_t capacity, int level);

/// Unpacks one gzip member and returns its length, or 0 when it is not one or does not fit.
size_t czlib_gunzip(const uint8_t *input, size_t count, uint8_t *output, size_t capacity);

/// Unpacks a raw deflate stream (RFC 1951, a member of a zip archive) and sets `written`; 1 when it was whole and fitted, else 0.
int czlib_inflate(const uint8_t *input, size_t count, uint8_t *output, size_t capacity, size_t *written);

/// The CRC-32 of a zip archive's member.
uint32_t czlib_crc32(const uint8_t *input, size_t count);

#endif
