package org.debye.hdf5.filter;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;

/** Zstandard frames. The decompression context is reused: thread-confined. */
final class ZstdBlocks implements BlockDecoder, Decoder {
  private final ZstdDecompressCtx context = new ZstdDecompressCtx();

  /** A block of one repeated byte: four bytes for 128 KiB. */
  @Override
  public long growth() {
    return 1 << 15;
  }

  @Override
  public int decode(byte[] source, int length, byte[] target, int limit) throws FilterException {
    return decompress(source, 0, length, target, 0, limit);
  }

  @Override
  public void decode(byte[] source, int from, int length, byte[] target, int to, int expected)
      throws FilterException {
    int written = decompress(source, from, length, target, to, expected);
    if (written != expected) {
      throw FilterException.corrupt("a zstd block of " + written + " bytes, should be " + expected);
    }
  }

  @Override
  public void close() {
    context.close();
  }

  private int decompress(byte[] source, int from, int length, byte[] target, int to, int limit)
      throws FilterException {
    try {
      return context.decompressByteArray(target, to, limit, source, from, length);
    } catch (ZstdException e) {
      throw FilterException.corrupt("zstd: " + Zstd.getErrorName(e.getErrorCode()), e);
    }
  }
}
