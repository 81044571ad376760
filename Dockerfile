# The explorer and its commands, for docker-compose.yml. The first stage builds, the second one
# runs: no compiler, build backend or source tree is left in it.
FROM python:3.13-slim AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 PIP_ROOT_USER_ACTION=ignore
WORKDIR /src
RUN python -m venv --without-pip /opt/evidence-explorer
# The packages of others first: they change less often than ours, so the layer is kept.
COPY pyproject.toml constraints.txt ./
RUN python -c "import tomllib; print(*tomllib.load(open('pyproject.toml', 'rb'))['project']['dependencies'], sep='\n')" > requirements.txt \
    && pip --python /opt/evidence-explorer/bin/python install --only-binary :all: \
        --constraint constraints.txt --requirement requirements.txt
COPY . .
# The build of our own package follows the same constraints (the name differs per pip).
RUN PIP_CONSTRAINT=constraints.txt PIP_BUILD_CONSTRAINT=constraints.txt \
    pip --python /opt/evidence-explorer/bin/python install --no-deps .

FROM python:3.13-slim
LABEL org.opencontainers.image.title="Evidence Explorer" \
      org.opencontainers.image.licenses="EUPL-1.2"
RUN useradd --system --uid 10001 --no-create-home --home-dir /tmp --shell /usr/sbin/nologin evidence
COPY --from=build /opt/evidence-explorer /opt/evidence-explorer
ENV PATH=/opt/evidence-explorer/bin:$PATH \
    HOME=/tmp \
    PYTHONUNBUFFERED=1 \
    STREAMLIT_BROWSER_GATHER_USAGE_STATS=false
USER 10001
WORKDIR /tmp
EXPOSE 8501
CMD ["evidence-explorer", "--help"]
