package org.debye.spark.table;

import io.delta.kernel.types.LongType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** A {@link DataFile} in JSON's types. */
record FileNote(
    String uri,
    long size,
    long modified,
    long rows,
    Map<String, String> smallest,
    Map<String, String> largest) {

  static FileNote of(DataFile file) {
    return new FileNote(
        file.uri(),
        file.size(),
        file.modified(),
        file.rows(),
        texts(file.smallest()),
        texts(file.largest()));
  }

  DataFile file(TableSchema schema) {
    return new DataFile(
        uri, size, modified, rows, values(smallest, schema), values(largest, schema));
  }

  /** VACUUM removes files that no table holds. */
  boolean isThere(Configuration conf) {
    Path path = new Path(uri);
    try {
      FileSystem files = path.getFileSystem(conf);
      return files.exists(path) && files.getFileStatus(path).getLen() == size;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void delete(Configuration conf) {
    Path path = new Path(uri);
    try {
      path.getFileSystem(conf).delete(path, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> texts(Map<String, Comparable<?>> values) {
    Map<String, String> texts = new TreeMap<>();
    values.forEach((name, value) -> texts.put(name, value.toString()));
    return texts;
  }

  private static Map<String, Comparable<?>> values(Map<String, String> texts, TableSchema schema) {
    Map<String, Comparable<?>> values = new TreeMap<>();
    texts.forEach(
        (name, text) ->
            values.put(
                name,
                schema.columns().get(name).getDataType() instanceof LongType
                    ? (Comparable<?>) Long.valueOf(text)
                    : text));
    return values;
  }
}
