package org.debye.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeyTableTest {
  enum Kind {
    BOUNDING_BOX,
    FULL
  }

  record Section(@Key(meaning = "How pixels are split.", byDefault = "full") Kind splitting) {}

  record Config(
      @Key(meaning = "Number of bins of every spectrum that is written.", unit = "bins") int points,
      @Key(meaning = "A section.") Section integration,
      @Key(meaning = "Factor.", unit = "1") @Nullable Double polarisation) {}

  @Test
  void alignsTheColumnsAndWrapsTheMeanings() {
    assertThat(KeyTable.of(Config.class, 86))
        .isEqualTo(
            """
            key                    type    default   unit  meaning
            points                 whole   required  bins  Number of bins of every spectrum that
                                                           is written.
            integration.splitting  choice  full      -     How pixels are split. One of
                                                           bounding-box, full.
            polarisation           number  -         1     Factor.
            """);
  }

  @Test
  void onANarrowTerminalTheMeaningStandsBelowItsKey() {
    assertThat(KeyTable.of(Config.class, 60))
        .isEqualTo(
            """
            key                    type    default   unit
                meaning
            points                 whole   required  bins
                Number of bins of every spectrum that is written.
            integration.splitting  choice  full      -
                How pixels are split. One of bounding-box, full.
            polarisation           number  -         1
                Factor.
            """);
  }
}
