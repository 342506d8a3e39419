package org.debye.spark.table;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.hadoop.util.HadoopStreams;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/**
 * New files. On a local disk Hadoop puts a checksum beside each, and starts a process to set the
 * permissions of either, which takes longer than to write a small one; these are written without.
 */
final class PlainFile {
  private static final int BUFFER = 1 << 16;
  private static final long BLOCK = 32L << 20;

  private PlainFile() {}

  /** The same file system, without checksums where it is local. */
  static FileSystem system(Path path, Configuration conf) throws IOException {
    FileSystem files = path.getFileSystem(conf);
    return files instanceof LocalFileSystem local ? local.getRaw() : files;
  }

  /** Opens a file that was not there. */
  static FSDataOutputStream create(Path path, Configuration conf) throws IOException {
    FileSystem files = system(path, conf);
    return files.create(path, true, BUFFER, files.getDefaultReplication(path), BLOCK, () -> {});
  }

  /** The same for Parquet. */
  static OutputFile output(Configuration conf, Path path) throws IOException {
    return path.getFileSystem(conf) instanceof LocalFileSystem
        ? new LocalOutput(path, conf)
        : HadoopOutputFile.fromPath(path, conf);
  }

  private record LocalOutput(Path path, Configuration conf) implements OutputFile {
    @Override
    public PositionOutputStream create(long blockSize) throws IOException {
      return HadoopStreams.wrap(PlainFile.create(path, conf));
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSize) throws IOException {
      return create(blockSize);
    }

    @Override
    public boolean supportsBlockSize() {
      return false;
    }

    @Override
    public long defaultBlockSize() {
      return 0;
    }

    @Override
    public String getPath() {
      return path.toString();
    }
  }
}
