package org.debye.jobs.value;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.debye.failure.FailureCode;
import org.debye.failure.InputException;

/** What the user calls a place: a local path, relative to the working directory, or a URI. */
public final class Place {
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*");

  private Place() {}

  /**
   * Its URI.
   *
   * @throws InputException it is neither
   */
  public static URI uri(String place) {
    try {
      return SCHEME.matcher(place).matches()
          ? URI.create(place)
          : Path.of(place).toAbsolutePath().normalize().toUri();
    } catch (InvalidPathException e) {
      throw noPlace(place, e);
    } catch (IllegalArgumentException e) {
      throw noPlace(place, e);
    }
  }

  private static InputException noPlace(String place, IllegalArgumentException cause) {
    return InputException.of(
        FailureCode.INVALID_CONFIGURATION,
        place,
        "this is neither a path nor a URI",
        "Write a local path, or a URI whose blanks are written %20.",
        cause);
  }
}
