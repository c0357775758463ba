package dev.aidis.ingest.access;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * A request whose body must arrive in time. The container limits how long it waits for the next
 * bytes, which somebody who sends one now and then would never exceed.
 */
final class PunctualRequest extends HttpServletRequestWrapper {
  private final Duration timeout;
  private final LongSupplier nanoTime;
  private @Nullable ServletInputStream body;

  /**
   * @param timeout from the first look at the body on
   */
  PunctualRequest(HttpServletRequest request, Duration timeout, LongSupplier nanoTime) {
    super(request);
    this.timeout = timeout;
    this.nanoTime = nanoTime;
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    ServletInputStream known = body;
    if (known == null) {
      known = new Punctual(super.getInputStream());
      body = known;
    }
    return known;
  }

  private final class Punctual extends ServletInputStream {
    private final ServletInputStream in;
    private final long begun = nanoTime.getAsLong();

    Punctual(ServletInputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      if (nanoTime.getAsLong() - begun > timeout.toNanos()) {
        throw late("The body did not arrive within " + timeout.toSeconds() + " s.");
      }
      try {
        return in.read(buffer, offset, length);
      } catch (SocketTimeoutException e) {
        throw late("The rest of the body did not come.");
      }
    }

    private static ErrorResponseException late(String detail) {
      HttpStatus status = HttpStatus.REQUEST_TIMEOUT;
      return new ErrorResponseException(
          status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }

    @Override
    public boolean isFinished() {
      return in.isFinished();
    }

    @Override
    public boolean isReady() {
      return in.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      in.setReadListener(listener);
    }
  }
}
