package org.debye.spark.file;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.RemoteIterator;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;
import org.debye.hdf5.SourceFile;

/**
 * Lists input files with size and time: directories to any depth, glob patterns, single files.
 * Nothing is opened. Local directories are walked directly, others by the file system's own deep
 * listing.
 */
public final class SourceListing {
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*");
  private static final Pattern GLOB = Pattern.compile(".*[*?\\[{].*");

  private final HadoopSettings settings;
  private final Predicate<String> names;

  public SourceListing(HadoopSettings settings, SourceSelection selection) {
    this.settings = settings;
    this.names = selection.names();
  }

  /**
   * Lists.
   *
   * @throws InputException where no input is there, or none has a file
   */
  public ListedSources list(List<String> inputs) {
    Map<URI, SourceFile> files = new LinkedHashMap<>();
    List<URI> missing = new ArrayList<>();
    for (String input : inputs) {
      try {
        add(input, files, missing);
      } catch (IOException e) {
        throw InputException.of(
            FailureCode.UNREADABLE_FILE,
            input,
            "it cannot be listed: " + e.getMessage(),
            "Check its permissions and the file system's address.",
            e);
      }
    }
    if (files.isEmpty()) {
      throw nothing(inputs, missing);
    }
    return new ListedSources(List.copyOf(files.values()), missing);
  }

  private static InputException nothing(List<String> inputs, List<URI> missing) {
    String where = String.join(", ", inputs);
    return missing.size() == inputs.size()
        ? InputException.of(
            FailureCode.MISSING_FILE,
            where,
            "there is nothing here",
            "Set input to files, directories or patterns that exist.")
        : InputException.of(
            FailureCode.MISSING_FILE,
            where,
            "no file here has the name of an HDF5 file",
            "Set input to another directory, or frames.include to a pattern of the files' names.");
  }

  private void add(String input, Map<URI, SourceFile> files, List<URI> missing) throws IOException {
    URI uri = uri(input);
    boolean there = true;
    if (exists(uri)) {
      addExisting(uri, files);
    } else if (GLOB.matcher(input).matches()) {
      there = addMatching(uri, files);
    } else {
      there = false;
    }
    if (!there) {
      missing.add(uri);
    }
  }

  /** A URI as it is, a local path made absolute. */
  static URI uri(String input) {
    return SCHEME.matcher(input).matches()
        ? new org.apache.hadoop.fs.Path(input).toUri()
        : Path.of(input).toAbsolutePath().normalize().toUri();
  }

  private FileSystem files(URI uri) throws IOException {
    return new org.apache.hadoop.fs.Path(uri).getFileSystem(settings.configuration());
  }

  private boolean exists(URI uri) throws IOException {
    return HadoopFileOpener.isLocal(uri)
        ? Files.exists(Path.of(uri))
        : files(uri).exists(new org.apache.hadoop.fs.Path(uri));
  }

  private void addExisting(URI uri, Map<URI, SourceFile> files) throws IOException {
    if (HadoopFileOpener.isLocal(uri)) {
      walk(Path.of(uri), files);
      return;
    }
    org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(uri);
    FileStatus status = files(uri).getFileStatus(path);
    if (status.isFile()) {
      put(status, files);
      return;
    }
    RemoteIterator<LocatedFileStatus> deep = files(uri).listFiles(path, true);
    while (deep.hasNext()) {
      FileStatus file = deep.next();
      if (names.test(file.getPath().getName())) {
        put(file, files);
      }
    }
  }

  private static void put(FileStatus status, Map<URI, SourceFile> files) {
    URI uri = status.getPath().toUri();
    files.put(uri, new SourceFile(uri, status.getLen(), status.getModificationTime()));
  }

  private boolean addMatching(URI pattern, Map<URI, SourceFile> files) throws IOException {
    FileStatus[] found = files(pattern).globStatus(new org.apache.hadoop.fs.Path(pattern));
    if (found == null) {
      return false;
    }
    for (FileStatus status : found) {
      if (status.getPath().getName().startsWith(".")) {
        continue;
      }
      addExisting(
          HadoopFileOpener.isLocal(status.getPath().toUri())
              ? Path.of(status.getPath().toUri().getPath()).toUri()
              : status.getPath().toUri(),
          files);
    }
    return found.length > 0;
  }

  private void walk(Path start, Map<URI, SourceFile> files) throws IOException {
    Files.walkFileTree(
        start,
        EnumSet.of(FileVisitOption.FOLLOW_LINKS),
        Integer.MAX_VALUE,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            boolean named = file.equals(start);
            // A link that leads nowhere is listed, so that it fails with a row of its own.
            if ((attributes.isRegularFile() || attributes.isSymbolicLink())
                && (named || names.test(String.valueOf(file.getFileName())))) {
              URI uri = file.toUri();
              long modified = attributes.lastModifiedTime().toMillis();
              files.put(uri, new SourceFile(uri, attributes.size(), modified));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException problem)
              throws IOException {
            if (file.equals(start) && !(problem instanceof FileNotFoundException)) {
              throw problem;
            }
            // So is a folder that cannot be read; what it holds would be missed without a word.
            if (!(problem instanceof FileSystemLoopException) && !file.equals(start)) {
              files.put(file.toUri(), new SourceFile(file.toUri(), 0, 0));
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
