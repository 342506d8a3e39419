package org.debye.hdf5.format;

/**
 * One message of an object header (format specification IV.A.2), its body as it stands in the file.
 * A shared message has been replaced by the one it points to.
 */
public record HeaderMessage(int type, byte[] body) {
  public static final int DATASPACE = 0x01;
  public static final int LINK_INFO = 0x02;
  public static final int DATATYPE = 0x03;
  public static final int OLD_FILL_VALUE = 0x04;
  public static final int FILL_VALUE = 0x05;
  public static final int LINK = 0x06;
  public static final int EXTERNAL_FILES = 0x07;
  public static final int LAYOUT = 0x08;
  public static final int FILTERS = 0x0B;
  public static final int ATTRIBUTE = 0x0C;
  public static final int CONTINUATION = 0x10;
  public static final int SYMBOL_TABLE = 0x11;
  public static final int ATTRIBUTE_INFO = 0x15;
}
