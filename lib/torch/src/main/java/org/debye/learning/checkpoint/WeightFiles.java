package org.debye.learning.checkpoint;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;

/** Files of arrays in a folder, written and read with their digests. */
record WeightFiles(FolderStore store) {
  StoredFile write(String name, StateDict state) throws IOException {
    MessageDigest digest = sha256();
    long[] bytes = new long[1];
    store.put(
        name,
        out -> {
          digest.reset();
          DigestOutputStream digesting = new DigestOutputStream(out, digest);
          CountedOutput counted = new CountedOutput(digesting);
          SafeTensors.write(state, counted);
          bytes[0] = counted.bytes;
        });
    return new StoredFile(name, bytes[0], CardJson.hex(digest.digest()));
  }

  /**
   * Reads a file and holds it to its card.
   *
   * @return empty where it is not there
   * @throws InputException where it is not what the card says
   */
  Optional<StateDict> read(StoredFile file) throws IOException {
    String where = store.location() + "/" + file.name();
    MessageDigest digest = sha256();
    try (DigestInputStream in = new DigestInputStream(store.open(file.name()), digest)) {
      StateDict state;
      try {
        state = SafeTensors.read(in, file.bytes(), where);
      } catch (InputException e) {
        requireDigest(file, in, where);
        throw e;
      }
      requireDigest(file, in, where);
      return Optional.of(state);
    } catch (FileNotFoundException | NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private static void requireDigest(StoredFile file, DigestInputStream in, String where)
      throws IOException {
    in.transferTo(OutputStream.nullOutputStream());
    if (!CardJson.hex(in.getMessageDigest().digest()).equals(file.sha256())) {
      throw InputException.of(
          FailureCode.CORRUPT_METADATA,
          where,
          "it is not the file that the card was written with (its SHA-256 differs)",
          "Copy the folder again, or go back to another checkpoint of the model.");
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Counts what passes. */
  private static final class CountedOutput extends OutputStream {
    private final OutputStream out;
    private long bytes;

    CountedOutput(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
      out.write(b);
      bytes++;
    }

    @Override
    public void write(byte[] block, int from, int length) throws IOException {
      out.write(block, from, length);
      bytes += length;
    }
  }
}
