package org.debye.learning.checkpoint;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/**
 * The files of one folder, on whatever file system. A file is there whole or not at all. Methods
 * may be called by several processes at once.
 */
public interface FolderStore {
  /** What goes into a file. */
  interface Content {
    /** Writes all of it. The stream is the store's to close. */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * A file of the folder, parts of puts that have not ended or were killed among them.
   *
   * @param modified ms since 1970 by the file system's clock
   */
  record Entry(String name, long size, long modified) {}

  /**
   * Writes a file and replaces one of its name in one step, so that a reader sees the old one or
   * the new one, whole. The folder is made where there is none. Where anything is thrown, the old
   * one is still there, or the new one if that was complete.
   *
   * @param name without a slash
   */
  void put(String name, Content content) throws IOException;

  boolean exists(String name) throws IOException;

  /**
   * Opens a file at its beginning.
   *
   * @throws java.io.FileNotFoundException or {@link java.nio.file.NoSuchFileException} where there
   *     is none
   */
  InputStream open(String name) throws IOException;

  /** Deletes a file; nothing where there is none. */
  void delete(String name) throws IOException;

  /** All files in no order; none where there is no folder. */
  List<Entry> list() throws IOException;

  /** The folder, for messages. */
  String location();
}
