package org.debye.hdf5.filter;

import java.io.Serializable;

/**
 * One filter of a dataset's pipeline as its file describes it.
 *
 * @param id registered number
 * @param name as the file gives it, may be empty
 * @param parameters client data
 */
public record FilterSpec(int id, String name, int[] parameters) implements Serializable {
  public static final int DEFLATE = 1;
  public static final int SHUFFLE = 2;
  public static final int FLETCHER32 = 3;
  public static final int LZF = 32000;
  public static final int BLOSC = 32001;
  public static final int LZ4 = 32004;
  public static final int BITSHUFFLE = 32008;
  public static final int ZSTD = 32015;

  /** A parameter, 0 where the file has fewer. */
  int parameter(int index) {
    return index < parameters.length ? parameters[index] : 0;
  }

  /** Name and number for messages: {@code szip (4)}. */
  public String label() {
    return (known().isEmpty() ? name.isEmpty() ? "unnamed" : name : known()) + " (" + id + ")";
  }

  /** Names of filters that files seldom name or that nobody would recognise by their number. */
  private String known() {
    return switch (id) {
      case 4 -> "szip";
      case 5 -> "nbit";
      case 6 -> "scaleoffset";
      case 307 -> "bzip2";
      case 32013 -> "zfp";
      case 32017 -> "sz";
      case 32019 -> "jpeg";
      case 32026 -> "blosc2";
      default -> "";
    };
  }
}
