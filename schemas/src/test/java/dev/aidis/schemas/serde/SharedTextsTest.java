package dev.aidis.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class SharedTextsTest {
  private static final int SEED = 20_261_129;

  private final SharedTexts texts = new SharedTexts();

  @Test
  void equalTextsAreOneObject() {
    assertThat(of("src/main/java/Sink.java")).isSameAs(of("src/main/java/Sink.java"));
    assertThat(of("")).isSameAs(of(""));
    assertThat(of("Grüße, 世界 🎉")).isEqualTo("Grüße, 世界 🎉").isSameAs(of("Grüße, 世界 🎉"));
  }

  @Test
  void recordsThatTellTheSameShareIt() {
    byte[] activity = WireCodecs.ACTIVITY.encode(Samples.SMALL_ACTIVITY);

    assertThat(WireCodecs.ACTIVITY.decode(activity).owner())
        .isSameAs(WireCodecs.ACTIVITY.decode(activity).owner());
  }

  @Test
  void oneThatBeginsWithAnotherIsAnother() {
    assertThat(of("main")).isEqualTo("main");
    assertThat(of("main-2")).isEqualTo("main-2");
    assertThat(of("mai")).isEqualTo("mai");
  }

  @Test
  void longTextsAreNotKept() {
    String longest = "x".repeat(SharedTexts.LONGEST);
    assertThat(of(longest)).isSameAs(of(longest));
    String longer = longest + "x";
    assertThat(of(longer)).isEqualTo(longer).isNotSameAs(of(longer));
  }

  @Test
  void anyBytesGiveTheTextThatStringMakesOfThem() {
    Random random = new Random(SEED);
    for (byte[] bytes : anyBytes(random)) {
      assertThat(texts.of(bytes, 0, bytes.length))
          .isEqualTo(new String(bytes, StandardCharsets.UTF_8));
      int begin = random.nextInt(bytes.length + 1);
      int length = random.nextInt(bytes.length - begin + 1);
      assertThat(texts.of(bytes, begin, length))
          .isEqualTo(new String(bytes, begin, length, StandardCharsets.UTF_8));
    }
  }

  @Test
  void threadsThatShareItGetTheirOwnTexts() throws Exception {
    List<Callable<Boolean>> readers = new ArrayList<>();
    for (int reader = 0; reader < 4; reader++) {
      Random random = new Random(SEED + reader);
      readers.add(
          () ->
              anyBytes(random).stream()
                  .allMatch(
                      bytes ->
                          texts
                              .of(bytes, 0, bytes.length)
                              .equals(new String(bytes, StandardCharsets.UTF_8))));
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(readers.size())) {
      for (Future<Boolean> right : threads.invokeAll(readers)) {
        assertThat(right.get()).isTrue();
      }
    }
  }

  /** Few different bytes, so that many are equal, and of all lengths about the longest kept. */
  private static List<byte[]> anyBytes(Random random) {
    List<byte[]> all = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = new byte[random.nextInt(4) == 0 ? random.nextInt(80) : random.nextInt(4)];
      for (int at = 0; at < bytes.length; at++) {
        bytes[at] =
            (byte) (random.nextInt(10) == 0 ? random.nextInt(256) : 'a' + random.nextInt(3));
      }
      all.add(bytes);
    }
    return all;
  }

  private String of(String text) {
    byte[] bytes = ("ab" + text + "c").getBytes(StandardCharsets.UTF_8);
    return texts.of(bytes, 2, bytes.length - 3);
  }
}
