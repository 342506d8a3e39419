package org.debye.spark.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.jspecify.annotations.Nullable;

/**
 * A Parquet file being written, with a name that no other attempt can have: what a killed task
 * leaves is in no table. Memory is bounded by one row group. Thread-confined.
 */
final class RowFile implements Closeable {
  /** Bytes; some hundred spectra. A reader of one dataset decodes few others. */
  static final long ROW_GROUP = 32L << 20;

  private final Configuration conf;
  private final Path path;
  private final TableSchema schema;
  private final ParquetWriter<@Nullable Object[]> writer;
  private final Map<String, Comparable<?>> smallest = new TreeMap<>();
  private final Map<String, Comparable<?>> largest = new TreeMap<>();
  private long rows;

  RowFile(Configuration conf, String folder, TableSchema schema) throws IOException {
    this(conf, new Path(folder, "part-" + UUID.randomUUID() + ".snappy.parquet"), schema);
  }

  RowFile(Configuration conf, Path path, TableSchema schema) throws IOException {
    this.conf = conf;
    this.schema = schema;
    this.path = path;
    Builder builder =
        new Builder(PlainFile.output(conf, path), schema)
            .withConf(conf)
            .withCompressionCodec(CompressionCodecName.SNAPPY)
            .withDictionaryEncoding(false)
            .withRowGroupSize(ROW_GROUP)
            .withWriteMode(ParquetFileWriter.Mode.OVERWRITE);
    for (String repeated : schema.repeated()) {
      builder = builder.withDictionaryEncoding(repeated, true);
    }
    this.writer = builder.build();
  }

  void write(@Nullable Object[] row) throws IOException {
    writer.write(row);
    rows++;
    for (String column : schema.statistics()) {
      Object value = row[schema.index(column)];
      if (value instanceof String text) {
        smallest.merge(column, text, (a, b) -> ((String) a).compareTo((String) b) <= 0 ? a : b);
        largest.merge(column, text, (a, b) -> ((String) a).compareTo((String) b) >= 0 ? a : b);
      } else if (value instanceof Long number) {
        smallest.merge(column, number, (a, b) -> (Long) a <= (Long) b ? a : b);
        largest.merge(column, number, (a, b) -> (Long) a >= (Long) b ? a : b);
      }
    }
  }

  /** Closes the file and says what it holds. */
  DataFile finish() throws IOException {
    writer.close();
    FileStatus status = path.getFileSystem(conf).getFileStatus(path);
    return new DataFile(
        status.getPath().toString(),
        status.getLen(),
        status.getModificationTime(),
        rows,
        smallest,
        largest);
  }

  /** Closes the file; none where it has no row, and it is deleted. */
  List<DataFile> finished() throws IOException {
    if (rows > 0) {
      return List.of(finish());
    }
    discard();
    return List.of();
  }

  void discard() throws IOException {
    writer.close();
    path.getFileSystem(conf).delete(path, false);
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }

  private static final class Builder extends ParquetWriter.Builder<@Nullable Object[], Builder> {
    private final TableSchema schema;

    Builder(OutputFile output, TableSchema schema) {
      super(output);
      this.schema = schema;
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    @SuppressWarnings("deprecation") // the one method that every parquet-hadoop 1.x calls
    protected WriteSupport<@Nullable Object[]> getWriteSupport(Configuration conf) {
      return new RowSupport(schema.columns());
    }
  }
}
