# docker build -t claimlint . && docker run --rm -v "$PWD:/src:ro" claimlint
FROM node:20-slim AS build
WORKDIR /build
COPY . .
RUN npm ci && npm pack --ignore-scripts --pack-destination /tmp

FROM node:20-slim
COPY --from=build /tmp/claimlint-*.tgz /tmp/
RUN npm install --global --offline --no-audit --no-fund /tmp/claimlint-*.tgz && rm /tmp/claimlint-*.tgz
USER node
WORKDIR /src
ENTRYPOINT ["claimlint"]
