package org.debye.learning.collective;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.chrono.Milliseconds;
import org.bytedeco.pytorch.PrefixStore;
import org.bytedeco.pytorch.Store;
import org.bytedeco.pytorch.StringVector;
import org.bytedeco.pytorch.TCPStore;
import org.bytedeco.pytorch.TCPStoreOptions;
import org.debye.learning.Libtorch;

/**
 * A rank's way into a meeting: it is told at once if its attempt has been given up, if the others
 * expect another number of ranks or if its number is taken. What the ranks say then is below the
 * attempt's name, where no rank of another attempt looks. Pointers belong to the caller's scope.
 *
 * <p>A store that Java has made is not reference counted: the first native owner would delete it,
 * and Java once more. Its clone is, and only clones are handed on.
 */
final class Meeting {
  private final Store store;
  private final Store ours;
  private final MeetingPoint point;
  private final RankPlace place;
  private final Patience patience;

  private Meeting(Store store, MeetingPoint point, RankPlace place, Patience patience) {
    this.store = store;
    this.ours = new PrefixStore(point.attempt(), store).clone();
    this.point = point;
    this.place = place;
    this.patience = patience;
  }

  static Meeting enter(MeetingPoint point, RankPlace place, Patience patience) {
    Libtorch.load();
    TCPStoreOptions options = new TCPStoreOptions();
    options.port((short) point.port()).isServer(false).waitWorkers(false);
    options.timeout(new Milliseconds(patience.joining().toMillis()));
    Meeting meeting;
    try {
      meeting = new Meeting(new TCPStore(point.host(), options).clone(), point, place, patience);
    } catch (RuntimeException e) {
      throw new LostRankException(
          place + " has not reached rank 0 at " + point + " within " + joining(patience) + ".", e);
    }
    meeting.introduce();
    return meeting;
  }

  /** What this attempt alone reads and writes. */
  Store ofAttempt() {
    return ours;
  }

  String attempt() {
    return point.attempt();
  }

  /** Why the others are not there, when waiting for them has ended. */
  LostRankException incomplete(Exception cause) {
    String missing = missing();
    String who = missing.isEmpty() ? "not all ranks have connected" : "missing: " + missing;
    return new LostRankException(
        place + " has waited " + joining(patience) + " at " + point + "; " + who + ".", cause);
  }

  private void introduce() {
    String attempt = StoreText.read(store, MeetingServer.ATTEMPT);
    if (!attempt.equals(point.attempt())) {
      throw new LostRankException(
          place
              + " is of attempt "
              + point.attempt()
              + ", and at "
              + point
              + " is attempt "
              + attempt
              + ": its own has been given up.");
    }
    String size = StoreText.answer(ours, "size", Integer.toString(place.size()));
    if (!size.equals(Integer.toString(place.size()))) {
      throw new IllegalStateException(place + " has come where " + size + " ranks meet");
    }
    if (ours.add(came(place.rank()), 1) != 1) {
      throw new IllegalStateException(place + " is there already");
    }
  }

  private String missing() {
    try {
      return IntStream.range(0, place.size())
          .filter(rank -> !ours.check(new StringVector(came(rank))))
          .mapToObj(rank -> "rank " + rank)
          .collect(Collectors.joining(", "));
    } catch (RuntimeException e) {
      return "rank 0, whose store has gone";
    }
  }

  private static String came(int rank) {
    return "came/" + rank;
  }

  private static String joining(Patience patience) {
    return patience.joining().toMillis() / 1000.0 + " s";
  }
}
