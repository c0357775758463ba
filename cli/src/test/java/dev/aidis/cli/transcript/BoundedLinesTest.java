package dev.aidis.cli.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoundedLinesTest {
  @Test
  void aLineThatIsTooLongIsPassedOverAndTheOthersAreRead() throws IOException {
    // Given
    byte[] file = "one\n123456\n\nlast".getBytes(StandardCharsets.UTF_8);
    List<String> seen = new ArrayList<>();
    BoundedLines lines = new BoundedLines(new ByteArrayInputStream(file), 5);

    // When
    lines.forEach((number, text, tooLong) -> seen.add(number + ":" + text + ":" + tooLong));

    // Then
    assertThat(seen).containsExactly("1:one:false", "2::true", "3::false", "4:last:false");
    assertThat(lines.bytes()).isEqualTo(file.length);
  }
}
