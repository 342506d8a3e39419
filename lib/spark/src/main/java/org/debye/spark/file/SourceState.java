package org.debye.spark.file;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.apache.hadoop.fs.FileStatus;
import org.debye.hdf5.SourceFile;

/**
 * Whether files are still what a listing has found.
 *
 * @param settings of the file systems
 */
public record SourceState(HadoopSettings settings) {
  /** Of what stands in a source's place where spectra are simulated. */
  private static final String NO_FILE = "simulation";

  /**
   * Whether its size or its time is another one by now. Of a file that has vanished that cannot be
   * said: whoever reads it finds it missing.
   */
  public boolean changed(SourceFile file) {
    if (NO_FILE.equals(file.uri().getScheme())) {
      return false;
    }
    try {
      if (HadoopFileOpener.isLocal(file.uri())) {
        BasicFileAttributes now =
            Files.readAttributes(Path.of(file.uri()), BasicFileAttributes.class);
        return now.size() != file.size() || now.lastModifiedTime().toMillis() != file.modified();
      }
      org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(file.uri());
      FileStatus now = path.getFileSystem(settings.configuration()).getFileStatus(path);
      return now.getLen() != file.size() || now.getModificationTime() != file.modified();
    } catch (NoSuchFileException | FileNotFoundException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
