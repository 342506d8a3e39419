package org.debye.spark.file;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.debye.hdf5.FileOpener;
import org.debye.hdf5.LocalFileOpener;
import org.debye.hdf5.PositionedFile;

/**
 * Opens files of any Hadoop file system (hdfs:, s3a: ...). A {@code file:} URI is read directly,
 * without Hadoop's checksum files.
 */
public final class HadoopFileOpener implements FileOpener {
  private static final long serialVersionUID = 1L;

  private final HadoopSettings settings;
  private final FileOpener local = new LocalFileOpener();

  public HadoopFileOpener(HadoopSettings settings) {
    this.settings = settings;
  }

  @Override
  public PositionedFile open(URI uri) throws IOException {
    if (isLocal(uri)) {
      return local.open(uri);
    }
    Path path = new Path(uri);
    FileSystem files = path.getFileSystem(settings.configuration());
    FileStatus status = files.getFileStatus(path);
    if (status.isDirectory()) {
      throw new FileNotFoundException(uri + " is a directory");
    }
    return new HadoopFile(uri, status.getLen(), files.open(path));
  }

  @Override
  public boolean exists(URI uri) throws IOException {
    if (isLocal(uri)) {
      return local.exists(uri);
    }
    Path path = new Path(uri);
    try {
      return path.getFileSystem(settings.configuration()).getFileStatus(path).isFile();
    } catch (FileNotFoundException e) {
      return false;
    }
  }

  static boolean isLocal(URI uri) {
    return uri.getScheme() == null || uri.getScheme().equals("file");
  }
}
