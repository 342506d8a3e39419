package org.debye.spark.table;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * A Parquet file that has been written and waits to be committed to a table. Tasks return it.
 *
 * @param uri absolute
 * @param size bytes
 * @param modified milliseconds since 1970
 * @param smallest of the columns with statistics: a String or a Long each
 * @param largest as {@code smallest}
 */
public record DataFile(
    String uri,
    long size,
    long modified,
    long rows,
    Map<String, Comparable<?>> smallest,
    Map<String, Comparable<?>> largest)
    implements Serializable {
  public DataFile {
    smallest = new TreeMap<>(smallest);
    largest = new TreeMap<>(largest);
  }
}
