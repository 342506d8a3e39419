package org.debye.acceptance.faults;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What only the system can do to a job: small disks, and clocks that are wrong. */
final class Shell {
  private Shell() {}

  /** Runs a command; whether it ended well. */
  static boolean run(String... command) {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** A disk in memory at a folder, of this size; whether one may be made here, which takes root. */
  static boolean mountDisk(Path folder, String size) throws IOException {
    Files.createDirectories(folder);
    return run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder.toString());
  }

  static void remount(Path folder, String options) {
    if (!run("mount", "-o", "remount," + options, folder.toString())) {
      throw new IllegalStateException(folder + " cannot be mounted again with " + options);
    }
  }

  static void unmount(Path folder) {
    run("umount", "-l", folder.toString());
  }

  /** Bytes that are in use on the disk of a folder. */
  static long used(Path folder) throws IOException {
    FileStore disk = Files.getFileStore(folder);
    return disk.getTotalSpace() - disk.getUnallocatedSpace();
  }

  /**
   * The environment of a process whose clock is wrong, by libfaketime; empty where it is not
   * installed. The monotonic clock, by which Java waits, stays right; libfaketime's correction of
   * such waits, for which older glibc asked, would end each of them at once.
   *
   * @param offset such as {@code -2d} or {@code +90m}
   */
  static Map<String, String> clock(String offset) {
    for (String folder : List.of("/usr/lib/x86_64-linux-gnu", "/usr/lib64", "/usr/local/lib")) {
      Path library = Path.of(folder, "faketime", "libfaketimeMT.so.1");
      if (Files.exists(library)) {
        return Map.of(
            "LD_PRELOAD",
            library.toString(),
            "FAKETIME",
            offset,
            "FAKETIME_DONT_FAKE_MONOTONIC",
            "1",
            "DONT_FAKE_MONOTONIC",
            "1",
            "FAKETIME_FORCE_MONOTONIC_FIX",
            "0");
      }
    }
    return Map.of();
  }
}
