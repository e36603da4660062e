# Makes the account that the desk uses in a fresh Request Tracker, and prints its authentication token.
use strict;
use warnings;
use utf8;
use lib '/usr/share/request-tracker5/lib';
use RT;
RT::LoadConfig();
RT::Init();

my $user = RT::User->new( RT->SystemUser );
my ( $ok, $msg ) = $user->Create(
    Name         => 'giljabi',
    EmailAddress => 'inquiry@giljabi.test',
    Privileged   => 1,
    Disabled     => 0,
);
die $msg unless $ok;
for my $right (qw(SeeQueue ShowTicket CreateTicket ReplyToTicket CommentOnTicket ShowTicketComments ModifyTicket)) {
    ( $ok, $msg ) = $user->PrincipalObj->GrantRight( Right => $right, Object => RT->System );
    die "$right: $msg" unless $ok;
}
for my $right (qw(SeeCustomField ModifyCustomField SetInitialCustomField)) {
    ( $ok, $msg ) = $user->PrincipalObj->GrantRight( Right => $right, Object => RT->System );
    die "$right: $msg" unless $ok;
}
# What letters from strangers need.
my $everyone = RT::Group->new( RT->SystemUser );
$everyone->LoadSystemInternalGroup('Everyone');
for my $right (qw(CreateTicket ReplyToTicket)) {
    ( $ok, $msg ) = $everyone->PrincipalObj->GrantRight( Right => $right, Object => RT->System );
    die "$right: $msg" unless $ok;
}
my $field = RT::CustomField->new( RT->SystemUser );
( $ok, $msg ) = $field->Create( Name => '회사명', Type => 'FreeformSingle', LookupType => 'RT::Queue-RT::Ticket' );
die $msg unless $ok;
( $ok, $msg ) = $field->AddToObject( RT::Queue->new( RT->SystemUser ) );
die $msg unless $ok;

my $token = RT::AuthToken->new( RT->SystemUser );
( $ok, $msg, my $secret ) = $token->Create( Owner => $user->id, Description => 'test' );
die $msg unless $ok;
print "$secret\n";
