package org.debye.hdf5.format;

/**
 * The fixed entry of an HDF5 file (format specification II.A).
 *
 * @param offsetBytes width of addresses
 * @param lengthBytes width of lengths
 * @param base file position that addresses count from: where the superblock stands
 * @param endOfFile where the file should end, as its writer left it
 * @param rootHeader address of the root group's object header
 * @param writeState what the consistency flags of version 3 say; older versions have none
 */
public record Superblock(
    int version,
    int offsetBytes,
    int lengthBytes,
    long base,
    long endOfFile,
    long rootHeader,
    WriteState writeState) {
  static final byte[] SIGNATURE = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1A, '\n'};

  /** More than any version needs: version 1 with 8-byte offsets takes 100 bytes. */
  static final int MAX_BYTES = 128;

  static Superblock parse(FieldReader head, FieldReader body, long position) {
    int version = head.u8();
    return switch (version) {
      case 0, 1 -> old(version, body, position);
      case 2, 3 -> recent(version, body, position);
      default -> throw head.unsupported("superblock version " + version + ", known are 0 to 3");
    };
  }

  /** Widths of offsets and lengths, which a reader of the rest needs first. */
  static int[] widths(FieldReader head) {
    int version = head.u8();
    if (version <= 1) {
      head.skip(4);
    }
    int offsets = head.u8();
    int lengths = head.u8();
    if (!valid(offsets) || !valid(lengths)) {
      throw head.corrupt("offsets of " + offsets + " and lengths of " + lengths + " bytes");
    }
    return new int[] {offsets, lengths};
  }

  private static boolean valid(int width) {
    return width == 2 || width == 4 || width == 8;
  }

  private static Superblock old(int version, FieldReader body, long position) {
    body.skip(5);
    int offsets = body.u8();
    int lengths = body.u8();
    body.skip(9);
    if (version == 1) {
      body.skip(4);
    }
    body.address();
    body.address();
    long end = body.address();
    body.address();
    body.address();
    long root = body.address();
    return new Superblock(version, offsets, lengths, position, end, root, WriteState.UNKNOWN);
  }

  private static Superblock recent(int version, FieldReader body, long position) {
    body.skip(1);
    int offsets = body.u8();
    int lengths = body.u8();
    int flags = body.u8();
    body.address();
    body.address();
    long end = body.address();
    long root = body.address();
    WriteState state = version == 3 ? WriteState.of(flags) : WriteState.UNKNOWN;
    return new Superblock(version, offsets, lengths, position, end, root, state);
  }
}
