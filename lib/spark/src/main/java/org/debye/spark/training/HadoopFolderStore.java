package org.debye.spark.training;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CommonPathCapabilities;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.learning.checkpoint.FolderStore;
import org.debye.learning.checkpoint.LocalFolderStore;
import org.debye.spark.file.HadoopSettings;

/**
 * A folder of a Hadoop file system. Where a stream can be aborted (s3a:), a file appears when the
 * stream is closed, and is written in its place. Elsewhere it is written under another name and
 * renamed over the old one, in one step on hdfs:. Of other file systems only such are safe that
 * replace a file in one step too.
 */
public final class HadoopFolderStore implements FolderStore {
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*");

  private final Path folder;
  private final FileSystem files;
  private final Publication publication;

  private HadoopFolderStore(Path folder, Configuration conf) throws IOException {
    this.folder = folder;
    this.files = folder.getFileSystem(conf);
    this.publication =
        files.hasPathCapability(folder, CommonPathCapabilities.ABORTABLE_STREAM)
            ? new AtClose(files)
            : new ByRename(files, FileContext.getFileContext(folder.toUri(), conf));
  }

  /**
   * The folder at a place; nothing is read or made yet.
   *
   * @param location a URI, or a local path, relative to the working directory. {@code file:} is the
   *     local disk without Hadoop's checksums
   * @throws InputException where files cannot be replaced in one step there
   */
  public static FolderStore at(String location, HadoopSettings settings) throws IOException {
    if (!SCHEME.matcher(location).matches()) {
      return new LocalFolderStore(java.nio.file.Path.of(location).toAbsolutePath().normalize());
    }
    Path folder = new Path(location);
    if (folder.toUri().getScheme().equals("file")) {
      return new LocalFolderStore(java.nio.file.Path.of(folder.toUri().getPath()));
    }
    try {
      return new HadoopFolderStore(folder, settings.configuration());
    } catch (UnsupportedFileSystemException e) {
      throw InputException.of(
          FailureCode.INVALID_CONFIGURATION,
          location,
          "no model can be kept on this kind of file system",
          "Name a folder on file:, hdfs: or s3a:.",
          e);
    }
  }

  /** The place as a URI; a blank or a letter beyond ASCII in it stands for itself. */
  public static java.net.URI uri(String location) {
    return new Path(location).toUri();
  }

  @Override
  public void put(String name, Content content) throws IOException {
    publication.publish(new Path(folder, name), content);
  }

  @Override
  public boolean exists(String name) throws IOException {
    return files.exists(new Path(folder, name));
  }

  @Override
  public InputStream open(String name) throws IOException {
    return files.open(new Path(folder, name));
  }

  @Override
  public void delete(String name) throws IOException {
    files.delete(new Path(folder, name), false);
  }

  @Override
  public List<Entry> list() throws IOException {
    List<Entry> entries = new ArrayList<>();
    try {
      for (FileStatus file : files.listStatus(folder)) {
        if (file.isFile()) {
          entries.add(
              new Entry(file.getPath().getName(), file.getLen(), file.getModificationTime()));
        }
      }
    } catch (FileNotFoundException e) {
      return List.of();
    }
    return entries;
  }

  @Override
  public String location() {
    return folder.toString();
  }

  /** How a file comes into its place whole. */
  private sealed interface Publication {
    void publish(Path target, Content content) throws IOException;
  }

  private record AtClose(FileSystem files) implements Publication {
    @Override
    public void publish(Path target, Content content) throws IOException {
      try (FSDataOutputStream out = files.create(target, true)) {
        try {
          content.writeTo(out);
        } catch (Throwable e) {
          out.abort();
          throw e;
        }
      }
    }
  }

  private record ByRename(FileSystem files, FileContext renames) implements Publication {
    @Override
    public void publish(Path target, Content content) throws IOException {
      String name = "." + target.getName() + "." + UUID.randomUUID() + ".part";
      Path part = new Path(target.getParent(), name);
      try {
        try (FSDataOutputStream out = files.create(part, false)) {
          content.writeTo(out);
        }
        renames.rename(part, target, Options.Rename.OVERWRITE);
      } finally {
        files.delete(part, false);
      }
    }
  }
}
