package org.debye.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.debye.jobs.ExitCode;
import org.debye.numeric.RandomStream;
import org.debye.numeric.RandomStreams;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A disk that is full or read-only, two drivers at once, clocks that are wrong. */
@Tag("acceptance")
final class DisturbedJobsTest {
  private static final long SEED = Long.getLong("debye.faults.seed", 1);
  private static final int PAGE = 4096;

  @TempDir Path folder;

  /** Full at four random places between what is there before the job and after it. */
  @ParameterizedTest
  @EnumSource(FaultJob.class)
  void aFullDiskEndsTheJobClearlyAndRoomCompletesIt(FaultJob job) throws Exception {
    Path disk = folder.resolve("disk");
    assumeTrue(Shell.mountDisk(disk, "256m"), "a disk of its own takes root");
    try {
      Undisturbed undisturbed = Undisturbed.run(job, disk, JobPlace.EMBEDDED);
      long after = Shell.used(disk);
      undisturbed.fresh();
      long before = Shell.used(disk);
      RandomStream random = RandomStreams.of(SEED).under("full").under(job.name()).at(0);
      for (int place = 0; place < 4; place++) {
        undisturbed.fresh();
        // Beyond it there are temporary files: a third more fits them all.
        long room = before + (long) (random.nextDouble() * (after - before) * 4 / 3);
        Shell.remount(disk, "size=" + (room / PAGE + 1) * PAGE);
        JobProcess full = undisturbed.start();
        int code = full.ended();
        Shell.remount(disk, "size=256m");
        String what = job + ", seed " + SEED + ", place " + place + ", exit " + code;
        if (code != 0) {
          assertThat(full.said()).as(what).containsPattern("(?i)no space left|disk is full");
          assertThat(full.said()).as(what).doesNotContain("a defect of Debye");
        }
        JobProcess again = undisturbed.start();
        assertThat(again.ended()).as(() -> what + ": " + again.said()).isZero();
        undisturbed.sameRows(what);
        System.out.println(what + "; then " + KilledJobsTest.summary(again));
      }
    } finally {
      Shell.unmount(disk);
    }
  }

  @ParameterizedTest
  @EnumSource(FaultJob.class)
  void aCatalogueThatCannotBeWrittenIsSaidSo(FaultJob job) throws Exception {
    Path disk = folder.resolve("disk");
    assumeTrue(Shell.mountDisk(disk, "256m"), "a disk of its own takes root");
    try {
      Undisturbed undisturbed = Undisturbed.run(job, disk, JobPlace.EMBEDDED);
      undisturbed.fresh();
      Map<String, List<String>> before = TableRows.of(undisturbed.catalogue());
      Path log = folder.resolve("refused.log");
      Shell.remount(disk, "ro");
      JobProcess refused = undisturbed.start(log.toString(), Map.of());
      assertThat(refused.ended()).as(refused::said).isEqualTo(ExitCode.USER_CAN_MEND.code());
      assertThat(refused.said()).containsIgnoringCase("read-only file system");
      Shell.remount(disk, "rw");
      assertThat(TableRows.of(undisturbed.catalogue())).isEqualTo(before);
      JobProcess again = undisturbed.start();
      assertThat(again.ended()).as(again::said).isZero();
      undisturbed.sameRows(job + " after it could not write");
    } finally {
      Shell.unmount(disk);
    }
  }

  @ParameterizedTest
  @EnumSource(FaultJob.class)
  void ofTwoDriversOneWritesAndTheOtherSaysSo(FaultJob job) throws Exception {
    Undisturbed undisturbed = Undisturbed.run(job, folder.resolve("work"), JobPlace.EMBEDDED);
    RandomStream random = RandomStreams.of(SEED).under("two").under(job.name()).at(0);
    for (int pair = 0; pair < 3; pair++) {
      undisturbed.fresh();
      JobProcess one = undisturbed.start("one.log", Map.of());
      boolean ended = one.waitMilliseconds((long) (random.nextDouble() * 3000));
      assertThat(ended).isFalse();
      JobProcess other = undisturbed.start("other.log", Map.of());
      List<JobProcess> both = List.of(one, other);
      List<Integer> codes = new ArrayList<>();
      for (JobProcess process : both) {
        codes.add(process.ended());
        if (process.process().exitValue() != 0) {
          assertThat(process.said()).contains(" is writing here (process ");
          assertThat(process.process().exitValue()).isEqualTo(ExitCode.USER_CAN_MEND.code());
        }
      }
      assertThat(codes).as(() -> one.said() + other.said()).contains(0);
      JobProcess again = undisturbed.start();
      assertThat(again.ended()).as(again::said).isZero();
      undisturbed.sameRows(job + " by two drivers, exits " + codes);
      System.out.println(job + ", two drivers: exits " + codes);
    }
  }

  /** Killed two days ago, completed yesterday, looked at tomorrow. */
  @ParameterizedTest
  @EnumSource(FaultJob.class)
  void clocksMayBeWrong(FaultJob job) throws Exception {
    assumeTrue(!Shell.clock("-2d").isEmpty(), "libfaketime is not installed");
    Undisturbed undisturbed = Undisturbed.run(job, folder.resolve("work"), JobPlace.EMBEDDED);
    undisturbed.fresh();
    JobProcess killed = undisturbed.start("killed.log", Shell.clock("+2d"));
    if (!killed.waitMilliseconds(undisturbed.milliseconds() * 3 / 4)) {
      killed.kill();
    }
    for (String offset : List.of("-1d", "+30d")) {
      JobProcess again = undisturbed.start("again.log", Shell.clock(offset));
      assertThat(again.ended()).as(again::said).isZero();
      undisturbed.sameRows(job + " with a clock of " + offset);
    }
  }
}
