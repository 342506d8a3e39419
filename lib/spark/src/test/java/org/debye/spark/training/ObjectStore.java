package org.debye.spark.training;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import org.apache.hadoop.fs.Abortable;
import org.apache.hadoop.fs.CommonPathCapabilities;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.util.Progressable;

/**
 * A folder of the local disk that behaves as S3 does through s3a: a file appears when its stream is
 * closed and not at all when it is aborted, and a rename does not replace.
 */
public class ObjectStore extends RawLocalFileSystem {
  static final URI ROOT = URI.create("objects:///");

  @Override
  public URI getUri() {
    return ROOT;
  }

  @Override
  public String getScheme() {
    return "objects";
  }

  @Override
  public boolean hasPathCapability(Path path, String capability) throws IOException {
    return capability.equals(CommonPathCapabilities.ABORTABLE_STREAM)
        || super.hasPathCapability(path, capability);
  }

  @Override
  public boolean rename(Path from, Path to) throws IOException {
    throw new IOException("a rename of " + from + " to " + to);
  }

  @Override
  public FSDataOutputStream create(
      Path path,
      boolean overwrite,
      int bufferSize,
      short replication,
      long blockSize,
      Progressable progress)
      throws IOException {
    Upload upload =
        new Upload() {
          @Override
          void complete(byte[] content) throws IOException {
            try (FSDataOutputStream out =
                ObjectStore.super.create(
                    path, overwrite, bufferSize, replication, blockSize, progress)) {
              out.write(content);
            }
          }
        };
    return new FSDataOutputStream(upload, statistics);
  }

  /** Collects bytes until it is closed. */
  private abstract static class Upload extends ByteArrayOutputStream implements Abortable {
    private boolean ended;

    abstract void complete(byte[] content) throws IOException;

    @Override
    public AbortableResult abort() {
      boolean before = ended;
      ended = true;
      return new AbortableResult() {
        @Override
        public boolean alreadyClosed() {
          return before;
        }

        @Override
        public IOException anyCleanupException() {
          return new IOException("none");
        }
      };
    }

    @Override
    public void close() throws IOException {
      if (!ended) {
        ended = true;
        complete(toByteArray());
      }
    }
  }
}
