package dev.aidis.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BlobReaderTest {
  @ParameterizedTest(name = "pieces of {0} bytes")
  @ValueSource(ints = {1, 8, 17, 100, 1_000, 100_000})
  void aLargeTextThatIsReadInPiecesHasTheSameLines(int pieceBytes) throws IOException {
    // Given
    byte[] text = new RandomText(new Random(pieceBytes)).lines(500);
    ByteArrayInputStream stream = new ByteArrayInputStream(text);
    byte[] piece = new byte[pieceBytes];
    int length = stream.readNBytes(piece, 0, pieceBytes);

    // When
    long[] lines = BlobReader.lines(piece, length, stream);

    // Then
    assertThat(lines).isEqualTo(LineHashes.of(text));
  }
}
