package com.ballastmarkets.api.auth;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Objects;

/**
 * Where a request comes from and what it names, as the socket says: Jersey alone shows the target
 * decoded.
 *
 * @param target path and query as sent
 */
public record Origin(InetAddress address, String target) {
  private static final String ATTRIBUTE = Origin.class.getName();

  static Origin of(ContainerRequestContext request) {
    return (Origin) Objects.requireNonNull(request.getProperty(ATTRIBUTE));
  }

  /** Notes the origin of every request. */
  public static final class Filter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws IOException, ServletException {
      final String query = request.getQueryString();
      final String path = request.getRequestURI();
      request.setAttribute(
          ATTRIBUTE,
          new Origin(address(request.getRemoteAddr()), query == null ? path : path + "?" + query));
      chain.doFilter(request, response);
    }

    /** The server writes IPv6 addresses in brackets. */
    private static InetAddress address(String literal) {
      return InetAddress.ofLiteral(
          literal.startsWith("[") ? literal.substring(1, literal.length() - 1) : literal);
    }
  }
}
