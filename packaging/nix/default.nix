{
  pkgs ? import <nixpkgs> { },
}:

pkgs.rustPlatform.buildRustPackage {
  pname = "annalist";
  version = "0.1.0";
  src = pkgs.lib.cleanSource ../..;
  cargoLock.lockFile = ../../Cargo.lock;

  nativeBuildInputs = [ pkgs.installShellFiles ];
  # They drive terminals, which a sandbox does not have.
  doCheck = false;

  postInstall = ''
    bash packaging/documents documents $out/bin/annalist
    installManPage documents/*.1
    installShellCompletion --cmd annalist \
      --bash documents/annalist.bash --fish documents/annalist.fish --zsh documents/_annalist
  '';

  meta = {
    description = "A timeline explorer for the terminal";
    license = with pkgs.lib.licenses; [ mit asl20 ];
    mainProgram = "annalist";
  };
}
